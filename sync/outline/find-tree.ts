import type { Draft } from './draft.ts';
import { interpret } from './interpret.ts';
import { findSections } from './layout.ts';
import { fail, type Note } from './note.ts';
import { readOutline } from './outline-tree.ts';
import { joinTables, type PlanTable } from './plan-tables.ts';
import type { FrontText } from './preamble.ts';
import { isText, type Piece, type Text } from './sections/piece.ts';
import type { Parts } from './sections/split.ts';
import { tableNotes } from './table-notes.ts';
import { takeUnitsBehind } from './units-behind.ts';

/** The tree of a plan, and which pieces of the document it was read from. */
export interface Tree {
  readonly items: readonly Draft[];
  readonly notes: readonly Note[];
  readonly table: PlanTable | null;
  readonly taken: ReadonlySet<Piece>;
  /** What the table says above its headings. */
  readonly above: readonly FrontText[];
}

/** Fewer numbered paragraphs than these are no plan. */
const leastNumbered = 3;

/**
 * Finds the plan's table where its content is said to be. Without one there, the content itself may be the plan, in numbered
 * paragraphs; a table elsewhere, as in an annex, is taken when it says more.
 */
export function findTree(parts: Parts, frontTexts: ReadonlySet<string>): Tree {
  const content = parts.sections.filter(({ kind }) => kind === 'content').flatMap(({ pieces }) => pieces);
  const others = parts.sections.filter(({ kind }) => kind !== 'content').flatMap(({ pieces }) => pieces);
  const here = joinTables(content);
  if (here) return fromTable(here, frontTexts);
  const outline = numberedIn(parts, content);
  const elsewhere = joinTables([...parts.front, ...others]) ?? joinTables(parts.annex);
  if (elsewhere && elsewhere.grid.rows.length > numberedOf(outline).length) return fromTable(elsewhere, frontTexts);
  if (outline.length > 0)
    return { ...readOutline(outline.filter(isText)), table: null, taken: new Set(outline), above: [] };
  return { items: [], notes: [fail('plan_not_found')], table: null, taken: new Set(), above: [] };
}

const numberedOf = (pieces: readonly Piece[]): readonly Text[] =>
  pieces.filter(isText).filter(({ mark }) => mark !== null);

/** The numbered paragraphs that are likeliest the plan: of its content, of a section of unknown name, of a text without any. */
function numberedIn({ sections, front }: Parts, content: readonly Piece[]): readonly Piece[] {
  const unnamed = sections.filter(({ kind }) => kind === 'other').map(({ pieces }) => pieces);
  const bare = sections.length === 0 ? numberedPart(front) : [];
  return [content, ...unnamed, bare].find(area => numberedOf(area).length >= leastNumbered) ?? [];
}

function fromTable(table: PlanTable, frontTexts: ReadonlySet<string>): Tree {
  const { grid, whereOf, taken } = table;
  const sections = findSections(grid);
  const above = grid.rows
    .filter(({ row }) => row < sections[0]!.headingTop)
    .flatMap(({ row, cells }) => cells.map(({ text, left }) => ({ text, where: whereOf(row, left), group: -row })));
  const { items, notes } = interpret(grid, sections, new Set([...frontTexts, ...above.map(({ text }) => text)]));
  const saysUnits = sections.some(({ columns }) => columns.some(({ field }) => field === 'unit' || field === 'assist'));
  const unitsBehind = !saysUnits && takeUnitsBehind(items);
  const ofTable = tableNotes(grid, sections, items).filter(
    ({ code }) => !(unitsBehind && code === 'unit_column_missing'),
  );
  return { items, notes: [...ofTable, ...notes], table, taken, above };
}

/** A text without sections begins with its title; the plan is from the first number on. */
export function numberedPart(front: readonly Piece[]): readonly Piece[] {
  const first = front.findIndex(piece => piece.kind === 'text' && piece.mark !== null);
  return first < 0 ? [] : front.slice(first);
}

/** What stands above the plan in a document: up to its first section, table or number. */
export function frontOf({ front, sections }: Parts): readonly Text[] {
  const table = front.findIndex(piece => piece.kind === 'table');
  const above = table < 0 ? front : front.slice(0, table);
  const numbered = sections.length === 0 && table < 0 ? numberedPart(above).length : 0;
  return above.slice(0, above.length - numbered).filter(isText);
}
