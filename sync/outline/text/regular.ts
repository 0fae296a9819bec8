import { type Mark, markRank, parseMark } from '../../model/index.ts';
import type { DocumentTable } from '../document.ts';
import { type GridCell, makeGrid } from '../grid.ts';
import { fieldOf, monthOf } from '../headings.ts';
import { dividedCells, type Header, headerAt } from './header.ts';
import { mustContinue } from './join.ts';
import type { TextLine } from './lines.ts';
import { endOfTable } from './range.ts';
import { tidy } from './width.ts';

interface RegularTable {
  readonly table: DocumentTable;
  /** Index of the first line below it. */
  readonly end: number;
}

/** Fewer rows than these prove nothing. */
const leastRows = 2;

/**
 * A table of which nothing is lost, as it is copied out of a program: every row is one line, and has as many cells as its
 * header. Its cells are where they say that they are, and nothing need be guessed. Null for any other.
 */
export function regularTable(lines: readonly TextLine[], header: Header, name: string): RegularTable | null {
  const bottom = lines[header.end];
  const start = bottom && isHeadingsBelow(bottom) ? header.end + 1 : header.end;
  const top = lines.slice(header.start, start);
  const width = dividedCells(top[0]!.raw)?.length;
  if (width === undefined || top.some(({ raw }) => dividedCells(raw)?.length !== width)) return null;
  const headings = top.map(({ raw }) => dividedCells(raw)!);
  if (Array.from({ length: width }, (_, i) => i).some(i => headings.every(cells => cells[i] === ''))) return null;
  const rows: TextLine[] = [];
  let end = start;
  for (; end < lines.length && dividedCells(lines[end]!.raw)?.length === width; end++) {
    const line = lines[end]!;
    if (!top.some(({ text }) => text === line.text)) rows.push(line);
  }
  if (rows.length < leastRows || !endsAt(lines, start, end) || rows.some(isTorn)) return null;
  return { table: tableOf([...top, ...rows], name), end };
}

/** A further line of headings, such as months below 查核期限. */
function isHeadingsBelow({ raw }: TextLine): boolean {
  const said = dividedCells(raw)?.filter(cell => cell !== '') ?? [];
  return said.length > 0 && said.every(cell => monthOf(cell) !== null || fieldOf(cell) !== null);
}

/** What stands behind it is the next section, or the title of a further table. */
function endsAt(lines: readonly TextLine[], start: number, end: number): boolean {
  if (end >= endOfTable(lines, start)) return true;
  return [end, end + 1].some(at => at < lines.length && headerAt(lines, at) !== null);
}

/** A line that says nothing but the rest of a sentence was torn from the one above. */
function isTorn({ raw }: TextLine): boolean {
  const said = dividedCells(raw)!.filter(cell => cell !== '');
  return said.every(cell => parseMark(cell) === null) && (said.length === 1 || said.some(mustContinue));
}

function tableOf(rows: readonly TextLine[], name: string): DocumentTable {
  const cells = rows.flatMap(({ raw }, r) =>
    dividedCells(raw)!.flatMap((text, c): GridCell[] =>
      text === '' ? [] : [{ text: withBreaks(text), top: r + 1, bottom: r + 1, left: c + 1, right: c + 1 }],
    ),
  );
  return {
    kind: 'table',
    grid: makeGrid({ name, visible: true, cells, isRowHidden: () => false }),
    place: { line: rows[0]!.line },
    placeOf: row => ({ line: rows[row - 1]?.line ?? rows[0]!.line }),
  };
}

/** Line breaks within a cell were copied as blanks; those before the numbers of a list, from 1 on, can be told. */
function withBreaks(cell: string): string {
  const first = parseMark(cell);
  const found = [...cell.matchAll(/ +/g)].flatMap(({ index, 0: gap }) => {
    const mark = parseMark(cell.slice(index + gap.length));
    return mark && (!first || markRank(mark.kind) > markRank(first.kind)) ? [{ index, mark }] : [];
  });
  const starts = [0, ...inOrder(found)];
  return starts.map((at, i) => (i === 0 ? cell.slice(0, starts[1]) : tidy(cell.slice(at, starts[i + 1])))).join('\n');
}

interface Found {
  readonly index: number;
  readonly mark: Mark;
}

/** Those that go on with a list, or begin one that goes on, be it below another. */
function inOrder(found: readonly Found[]): readonly number[] {
  const breaks: number[] = [];
  let open: readonly Mark[] = [];
  for (const [i, { index, mark }] of found.entries()) {
    const level = open.findIndex(({ kind }) => kind === mark.kind);
    const last = open.at(-1);
    const goesOn = level >= 0 && mark.ordinal === open[level]!.ordinal + 1;
    const isDeeper = last === undefined || markRank(mark.kind) > markRank(last.kind);
    const begins = level < 0 && mark.ordinal === 1 && isDeeper && hasSecond(found.slice(i + 1), mark);
    if (!goesOn && !begins) continue;
    breaks.push(index);
    open = [...(goesOn ? open.slice(0, level) : open), mark];
  }
  return breaks;
}

const hasSecond = (found: readonly Found[], { kind }: Mark): boolean =>
  found.some(({ mark }) => mark.kind === kind && mark.ordinal === 2);
