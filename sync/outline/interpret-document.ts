import { noSections, type PlanDocument } from '../model/index.ts';
import { checkLabels } from './check-labels.ts';
import { checkUnits } from './check-units.ts';
import { chooseSheet } from './choose-sheet.ts';
import type { OutlineDocument } from './document.ts';
import { findTree, frontOf } from './find-tree.ts';
import { finish } from './finish.ts';
import { excerpt, fail, type Note } from './note.ts';
import { ownNameIn, readPreamble } from './preamble.ts';
import type { PlanDocumentReading } from './reading.ts';
import { piecesOf } from './sections/paragraphs.ts';
import { isTable, isText, type Piece, type TablePiece } from './sections/piece.ts';
import { readSections } from './sections/read.ts';
import { splitSections } from './sections/split.ts';
import { isTaskForce } from './sections/task-force.ts';
import { documentPieces, isTextSheet, sheetPieces, textPieces } from './sheet-pieces.ts';

/**
 * Understands a plan document, whatever format its blocks came from. Never throws on bad input: a document without a plan
 * gives no items and an error. Nothing is dropped in silence: what was not understood, guessed or left out is an issue
 * with its place and, where a node came of it, the node's path.
 * @param fileName stands in for a title that the document does not have
 */
export function interpretDocument({ blocks }: OutlineDocument, fileName: string): PlanDocumentReading {
  const opened = openPieces(piecesOf(blocks));
  if (!opened) return nothing(fail('table_not_found', { sheets: excerpt(sheetNames({ blocks })) }));
  const { pieces, sheet, notes } = opened;
  const parts = splitSections(pieces);
  const front = frontOf(parts);
  const tree = findTree(parts, new Set(front.map(({ text }) => text)));
  if (tree.items.length === 0 && parts.sections.length === 0 && !tree.table) return nothing(fail('plan_not_found'));
  const preamble = readPreamble([...front, ...tree.above], {
    fileName,
    sheet,
    ownName: ownNameIn(pieces.filter(isText).map(({ text }) => text)),
  });
  const { items: drafts } = tree;
  const around = readSections(parts, new Set([...tree.taken, ...front]));
  const all = [
    ...preamble.notes,
    ...notes,
    ...tree.notes,
    ...checkLabels(drafts),
    ...checkUnits(drafts),
    ...around.notes,
  ];
  const { items, sources, issues } = finish(drafts, all, tree.table?.whereOf ?? (() => ({})));
  const plan: PlanDocument = {
    title: preamble.title.slice(0, most.title).toWellFormed(),
    agency: preamble.agencyName.slice(0, most.agency).toWellFormed(),
    year: preamble.year,
    document: preamble.letter,
    ...around.sections,
    items: [...items],
  };
  return { plan, sources, issues };
}

/** See `planDocument`. */
const most = { title: 200, agency: 100 } as const;

interface Opened {
  readonly pieces: readonly Piece[];
  /** The name of the sheet that the plan is on; empty for any other document. */
  readonly sheet: string;
  readonly notes: readonly Note[];
}

/** The pieces of a text; of a workbook those of the sheet that holds the plan, or null when none does. */
function openPieces(pieces: readonly Piece[]): Opened | null {
  const sheets = pieces.filter(isTable).filter(({ alone }) => alone);
  if (sheets.length === 0) return { pieces, sheet: '', notes: [] };
  const chosen = chooseSheet(sheets);
  if (!chosen) return openTexts(sheets);
  const others = sheets
    .filter(sheet => sheet !== chosen.sheet)
    .flatMap(sheet => (isTextSheet(sheet) ? textPieces(sheet) : isTaskForce(sheet.grid) ? [sheet] : []));
  return {
    pieces: [...sheetPieces(chosen.sheet, chosen.sections), ...others],
    sheet: chosen.sheet.grid.name,
    notes: chosen.notes,
  };
}

/** A workbook in which the plan is written without a table, a paragraph a row. */
function openTexts(sheets: readonly TablePiece[]): Opened | null {
  for (const sheet of sheets) {
    const pieces = documentPieces(sheet);
    if (pieces) return { pieces, sheet: sheet.grid.name, notes: [] };
  }
  return null;
}

const sheetNames = ({ blocks }: OutlineDocument): string =>
  blocks.flatMap(block => (block.kind === 'table' ? [block.grid.name] : [])).join('、');

function nothing(note: Note): PlanDocumentReading {
  const { items, sources, issues } = finish([], [note], () => ({}));
  const plan: PlanDocument = { ...noSections, title: '', agency: '', year: null, document: null, items: [...items] };
  return { plan, sources, issues };
}
