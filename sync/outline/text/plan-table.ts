import type { DocumentTable } from '../document.ts';
import type { Placed } from './cells.ts';
import { columnsOf, type TableColumn } from './columns.ts';
import { cutCells, isFragmented } from './cut-cells.ts';
import { withoutDamage } from './damage.ts';
import { placeDivided } from './divided.ts';
import { placeFlow } from './flow.ts';
import { fillGaps } from './gaps.ts';
import { dividedCells, type Header, headerAt } from './header.ts';
import type { TextNote } from './issues.ts';
import { joinLeads } from './leads.ts';
import { levelsOf } from './levels.ts';
import type { TextLine } from './lines.ts';
import { type Piece, type PieceContext, piecesOf } from './pieces.ts';
import { rowsOf, type TableRow } from './rows.ts';
import { cutSpaced, isSpaced } from './spaced.ts';
import { rowsOfStreams } from './streams.ts';
import { tableOf } from './table.ts';
import { repeatedUnits, unitNamesIn } from './vocabulary.ts';
import { firstWidths, measuredWidths } from './widths.ts';

interface PlanTable {
  readonly table: DocumentTable;
  readonly notes: readonly TextNote[];
}

/** The table below a header, from its lines; null when they hold no row of it. */
export function readTable(header: Header, lines: readonly TextLine[], name: string): PlanTable | null {
  const body = withoutHeaders(lines);
  const shape = shapeOf(body);
  const texts = body.flatMap(line => shapes[shape](line)).filter(text => text !== '');
  const levels = levelsOf(texts);
  const units = unitNamesIn(texts);
  const headsUnits = header.cells.some(({ field }) => field === 'unit' || field === 'assist');
  const columns = columnsOf(header.cells, levels, !headsUnits && repeatedUnits(texts, units));
  const fields = columns.map(({ column }) => column);
  const context: PieceContext = {
    levels,
    units,
    hasUnits: fields.includes('unit'),
    hasDeadlines: fields.includes('deadline'),
  };
  const read =
    shape === 'divided'
      ? readDivided(body, context, columns, header)
      : shape === 'spaced'
        ? rowsOfStreams(cutSpaced(body, context), context)
        : readFlow(body, context);
  const rows = joinLeads(read.rows);
  if (rows.length === 0) return null;
  return { table: tableOf(columns, rows, body[0]!.line, name), notes: read.notes };
}

/** How a table was printed, and which texts its lines then hold. */
const shapes = {
  divided: ({ raw, text }: TextLine): readonly string[] => dividedCells(raw) ?? [text],
  spaced: ({ raw }: TextLine): readonly string[] => raw.trim().split(/ +/),
  flow: ({ text }: TextLine): readonly string[] => [text],
} as const;

function shapeOf(body: readonly TextLine[]): keyof typeof shapes {
  const divided = body.filter(({ raw }) => dividedCells(raw) !== null).length;
  if (divided > 0 && divided * 3 >= body.length) return 'divided';
  return isSpaced(body) ? 'spaced' : 'flow';
}

interface Rows {
  readonly rows: readonly TableRow[];
  readonly notes: readonly TextNote[];
}

function readFlow(body: readonly TextLine[], context: PieceContext): Rows {
  const { placed, widths } = placeFlow(piecesOf(body, context));
  return { rows: rowsOf(placed, widths), notes: repairsOf(placed) };
}

function readDivided(
  body: readonly TextLine[],
  context: PieceContext,
  columns: readonly TableColumn[],
  header: Header,
): Rows {
  const headings = new Set(header.cells.map(({ heading }) => heading).filter(heading => heading !== ''));
  const cut = cutCells(body, context, headings);
  const { lines, notes } = withoutDamage(cut);
  const { placed, lost } = placeDivided(
    lines,
    columns.map(({ column }) => column),
  );
  const widths = measuredWidths(placed, firstWidths(placed.map(({ piece }) => piece)));
  const rows = rowsOf(placed, widths);
  const { rows: filled, gaps } = isFragmented(cut) ? fillGaps(rows) : { rows, gaps: [] };
  return { rows: filled, notes: [...notes, ...lost.map(lostNote), ...repairsOf(placed), ...gaps] };
}

const lostNote = ({ line, text }: Piece): TextNote => ({ code: 'text_lost', line, text });

const repairsOf = (placed: readonly Placed[]): readonly TextNote[] =>
  placed.flatMap(({ repair, piece }) => (repair ? [{ code: repair, line: piece.line, text: piece.text }] : []));

/** The lines without the headers that came again at page breaks. */
function withoutHeaders(lines: readonly TextLine[]): readonly TextLine[] {
  const kept: TextLine[] = [];
  let again = false;
  for (let i = 0; i < lines.length; i++) {
    const header = headerAt(lines, i);
    if (header) {
      i = header.end - 1;
      again = true;
    } else {
      kept.push(again ? { ...lines[i]!, odd: true, pageTop: true } : lines[i]!);
      again = false;
    }
  }
  return kept;
}
