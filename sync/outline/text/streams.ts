import { parseMark } from '../../model/index.ts';
import { type Column, type TextColumn, textColumns } from './cells.ts';
import type { TextNote } from './issues.ts';
import { endsSentence, goesOn, seamBetween } from './join.ts';
import type { PieceContext } from './pieces.ts';
import type { TableRow } from './rows.ts';
import type { Strip } from './spaced.ts';
import { looksLikeDeadline, looksLikeUnits } from './vocabulary.ts';
import { widthOf } from './width.ts';

interface Cell {
  readonly strips: Strip[];
  readonly ordinal: number | null;
  /** A title above the numbered steps that follow. */
  readonly leads?: boolean;
}

/** A key point's steps, which stand beside it. */
interface Group {
  readonly steps: readonly Cell[];
}

/**
 * Puts the strips of a spaced table together. A merged cell is often printed in the middle of the rows that it covers, so
 * its height tells little; but each column by itself goes on from top to bottom, over pages too, and the first of it
 * belongs to the first of the next column. Steps that begin anew with 1, or have no number, are those of the next key point;
 * key points that begin anew are those of the next item.
 */
export function rowsOfStreams(
  strips: readonly Strip[],
  context: PieceContext,
): { rows: readonly TableRow[]; notes: readonly TextNote[] } {
  const stream = (column: Column): readonly Strip[] => strips.filter(strip => strip.column === column);
  const outermost = outermostOf(strips);
  const level = (column: TextColumn): number => textColumns.indexOf(column) - outermost;
  const cells = (column: TextColumn): readonly Cell[] => cellsOf(stream(column), context, level(column));
  const units = clustersOf(stream('unit'));
  const deadlines = clustersOf(stream('deadline'));
  const remarks = stream('remarks').map(strip => [strip]);
  const keyPoints = cells('keyPoint');
  const groups = groupsBeside(withLeads(cells('step').flatMap(cell => splitByUnits(cell, units))), keyPoints);
  const items = cells('item');
  const notes: TextNote[] = [];
  const mismatch = keyPoints.length !== groups.length;
  if (mismatch)
    notes.push({
      code: 'text_columns_unmatched',
      line: strips[0]?.line ?? 1,
      count: Math.abs(keyPoints.length - groups.length),
    });
  const rows: TableRow[] = [];
  let item = -1;
  let last: number | null = null;
  const steps = groups.flatMap(group => group.steps);
  const beside = {
    unit: sharedOut(units, steps, notes),
    deadline: sharedOut(deadlines, steps, notes),
    remarks: sharedOut(remarks, steps, notes),
  };
  for (const [i, group] of groups.entries()) {
    const keyPoint = mismatch ? nearest(keyPoints, group) : (keyPoints[i] ?? null);
    const begins =
      keyPoint !== null && (i === 0 || keyPoint.ordinal === 1 || (last === null && keyPoint.ordinal !== null));
    if (keyPoint) last = keyPoint.ordinal;
    if (begins) item++;
    for (const [s, step] of group.steps.entries()) {
      const first = s === 0;
      const own = {
        ...(first && begins && items[item] ? { item: textOf(items[item]!, context, level('item')) } : {}),
        ...(first && keyPoint ? { keyPoint: textOf(keyPoint, context, level('keyPoint')) } : {}),
        step: textOf(step, context, level('step')),
        ...besideOf(step, 'unit', beside.unit),
        ...besideOf(step, 'deadline', beside.deadline),
        ...besideOf(step, 'remarks', beside.remarks),
      };
      rows.push({ line: step.strips[0]!.line, cells: own });
    }
  }
  return { rows, notes };
}

/** Which of the text columns is the first that the table has. */
function outermostOf(strips: readonly Strip[]): number {
  const used = new Set<string>(strips.map(({ column }) => column));
  return (
    textColumns.filter((_, i) => !textColumns.slice(0, i + 1).some(column => used.has(column))).length %
    textColumns.length
  );
}

/** The cells of a column: each begins with a mark of its level; what stands above the first is one of its own. */
function cellsOf(strips: readonly Strip[], { levels }: PieceContext, level: number): readonly Cell[] {
  const cells: Cell[] = [];
  for (const strip of strips) {
    const mark = parseMark(strip.text);
    const begins = mark !== null && levels.get(mark.kind) === level;
    const current = cells.at(-1);
    if (begins || !current) cells.push({ strips: [strip], ordinal: begins ? mark.ordinal : null });
    else current.strips.push(strip);
  }
  return cells;
}

/** Units, each by itself; the halves of one name that stand below each other are one. */
function clustersOf(strips: readonly Strip[]): readonly (readonly Strip[])[] {
  const clusters: Strip[][] = [];
  for (const strip of strips) {
    const current = clusters.at(-1) ?? [];
    const last = current.at(-1);
    const whole = current.map(({ text }) => text).join('');
    const isWhole = looksLikeUnits(whole) || (looksLikeDeadline(whole) && !/[、,，及]$/.test(whole));
    if (last && !isWhole && strip.at <= last.at + 2) current.push(strip);
    else clusters.push([strip]);
  }
  return clusters;
}

const mostParts = 8;

/** A step beside which two rows of units stand is two: the second has no number. It begins behind a full stop between them. */
function splitByUnits(whole: Cell, clusters: readonly (readonly Strip[])[]): readonly Cell[] {
  const parts: Cell[] = [];
  let cell = whole;
  while (parts.length < mostParts) {
    const cut = cutBetweenUnits(cell, clusters);
    if (cut === null) break;
    parts.push({ ...cell, strips: cell.strips.slice(0, cut) });
    cell = { strips: cell.strips.slice(cut), ordinal: null };
  }
  return [...parts, cell];
}

function cutBetweenUnits(cell: Cell, clusters: readonly (readonly Strip[])[]): number | null {
  const [top, bottom] = [cell.strips[0]!.at, cell.strips.at(-1)!.at];
  const beside = between(clusters, cluster => cluster[0]!.at, top, bottom);
  const next = beside.findIndex((cluster, i) => i > 0 && cluster[0]!.at > beside[i - 1]!.at(-1)!.at + 1);
  const [one, two] = [beside[next - 1], beside[next]];
  if (!one || !two) return null;
  const middle = (one[0]!.at + two[0]!.at) / 2;
  const possible = cutsOf(cell).filter(
    i => cell.strips[i - 1]!.at >= one[0]!.at - 1 && cell.strips[i]!.at <= two[0]!.at + 1,
  );
  const distance = (i: number): number => Math.abs(cell.strips[i]!.at - middle);
  return possible.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

const longestTitle = 24;

/** A title below the last step of a key point belongs to the first step of the next one, which begins anew with 1. */
function withLeads(steps: readonly Cell[]): readonly Cell[] {
  return steps.flatMap((step, i) => {
    const last = step.strips.at(-1)!;
    const isTitle =
      step.strips.length > 1 &&
      steps[i + 1]?.ordinal === 1 &&
      !endsSentence(last.text) &&
      last.text.length <= longestTitle &&
      endsSentence(step.strips.at(-2)!.text);
    return isTitle
      ? [
          { ...step, strips: step.strips.slice(0, -1) },
          { strips: [last], ordinal: null, leads: true },
        ]
      : [step];
  });
}

/** Lines where a step without a number may begin: behind a full stop, or behind a line that ends early. */
function cutsOf({ strips }: Cell): readonly number[] {
  const widest = Math.max(...strips.map(({ text }) => widthOf(text)));
  return strips.flatMap((strip, i) => {
    const before = strips[i - 1];
    if (!before || parseMark(strip.text) !== null) return [];
    return endsSentence(before.text) || (!goesOn(before.text) && widthOf(before.text) < widest - 4) ? [i] : [];
  });
}

const mostSplits = 200;

/**
 * The groups of steps. Where there are more key points than groups, a group beside which two of them are printed holds a
 * step without a number more than its marks tell.
 */
function groupsBeside(first: readonly Cell[], keyPoints: readonly Cell[]): readonly Group[] {
  let steps = first;
  let groups = groupsOf(steps);
  for (let round = 0; round < mostSplits && groups.length < keyPoints.length; round++) {
    const split = splitBeside(groups, keyPoints);
    if (!split) break;
    steps = steps.flatMap(step => (step === split.cell ? split.parts : [step]));
    groups = groupsOf(steps);
  }
  return groups;
}

function splitBeside(
  groups: readonly Group[],
  keyPoints: readonly Cell[],
): { cell: Cell; parts: readonly Cell[] } | null {
  for (const [i, { steps }] of groups.entries()) {
    const [own, next] = [keyPoints[i], keyPoints[i + 1]];
    if (!own || !next || middleOf(next.strips) > steps.at(-1)!.strips.at(-1)!.at + 0.5) continue;
    for (const cell of steps.toReversed()) {
      const cut = cutsOf(cell).findLast(line => {
        const at = cell.strips[line]!.at;
        return at > middleOf(own.strips) && at <= middleOf(next.strips) + 0.5;
      });
      if (cut === undefined) continue;
      const rest: Cell = { strips: cell.strips.slice(cut), ordinal: null };
      return { cell, parts: [{ ...cell, strips: cell.strips.slice(0, cut) }, rest] };
    }
  }
  return null;
}

function groupsOf(steps: readonly Cell[]): readonly Group[] {
  const groups: { steps: Cell[] }[] = [];
  for (const step of steps) {
    const last = groups.at(-1)?.steps.at(-1)?.ordinal ?? null;
    const led = groups.at(-1)?.steps.at(-1)?.leads === true && step.ordinal === 1;
    if (led || (step.ordinal !== null && last !== null && step.ordinal > last)) groups.at(-1)!.steps.push(step);
    else groups.push({ steps: [step] });
  }
  return groups;
}

/** Those of a list in ascending order that stand from a place to another. */
function between<T>(list: readonly T[], place: (one: T) => number, from: number, to: number): readonly T[] {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(list[middle]!) < from) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let i = low; i < list.length && place(list[i]!) <= to; i++) found.push(list[i]!);
  return found;
}

const middleOf = (strips: readonly Strip[]): number => (strips[0]!.at + strips.at(-1)!.at) / 2;

/** Where the columns do not count alike, the key point beside a group is the one that is printed at its height. */
function nearest(keyPoints: readonly Cell[], { steps }: Group): Cell | null {
  const [top, bottom] = [steps[0]!.strips[0]!.at, steps.at(-1)!.strips.at(-1)!.at];
  return between(keyPoints, ({ strips }) => middleOf(strips), top - 0.5, bottom + 0.5)[0] ?? null;
}

/**
 * What stands beside each step: all within its height, and what stands within none's at the nearest. What stands just between
 * two goes where the texts above and below it belong; where that tells nothing it is said.
 */
function sharedOut(
  clusters: readonly (readonly Strip[])[],
  steps: readonly Cell[],
  notes: TextNote[],
): ReadonlyMap<Cell, readonly string[]> {
  const shared = new Map<Cell, string[]>();
  const off = ({ strips }: Cell, at: number): number => Math.max(strips[0]!.at - at, at - strips.at(-1)!.at, 0);
  const touches = (one: readonly Strip[] | undefined, two: readonly Strip[] | undefined): boolean =>
    one !== undefined && two !== undefined && two[0]!.at - one.at(-1)!.at === 1;
  let from = 0;
  for (const [i, cluster] of clusters.entries()) {
    const at = middleOf(cluster);
    while (from + 1 < steps.length && off(steps[from + 1]!, at) < off(steps[from]!, at)) from++;
    const [step, next] = [steps[from], steps[from + 1]];
    if (!step) break;
    const isBetween = next !== undefined && off(step, at) > 0 && off(step, at) === off(next, at);
    const [above, below] = sides(clusters, i, step, next) ?? [
      touches(clusters[i - 1], cluster),
      touches(cluster, clusters[i + 1]),
    ];
    if (isBetween && above === below)
      notes.push({ code: 'text_beside_guessed', line: cluster[0]!.line, text: cluster[0]!.text });
    if (isBetween && below && !above) from++;
    const own = steps[from]!;
    shared.set(own, [...(shared.get(own) ?? []), ...cluster.map(({ text }) => text)]);
  }
  return shared;
}

/** Lines of a cell that is printed in the middle beside its step lie evenly around that one; null where none lie so. */
function sides(
  clusters: readonly (readonly Strip[])[],
  i: number,
  step: Cell,
  next: Cell | undefined,
): readonly [above: boolean, below: boolean] | null {
  const around = (one: readonly Strip[] | undefined, two: readonly Strip[] | undefined, beside: Cell): boolean =>
    one !== undefined && two !== undefined && one[0]!.at + two.at(-1)!.at === 2 * middleOf(beside.strips);
  const above = around(clusters[i - 1], clusters[i], step);
  const below = next !== undefined && around(clusters[i], clusters[i + 1], next);
  return above === below ? null : [above, below];
}

function besideOf(
  step: Cell,
  column: 'unit' | 'deadline' | 'remarks',
  shared: ReadonlyMap<Cell, readonly string[]>,
): Readonly<Partial<Record<Column, string>>> {
  const texts = shared.get(step) ?? [];
  return texts.length === 0 ? {} : { [column]: texts.join('\n') };
}

function textOf({ strips }: Cell, { levels }: PieceContext, level: number): string {
  let text = '';
  for (const [i, strip] of strips.entries()) {
    const mark = parseMark(strip.text);
    const deeper = mark !== null && (levels.get(mark.kind) ?? -1) > level;
    text += i === 0 ? strip.text : (deeper ? '\n' : seamBetween(text, strip.text)) + strip.text;
  }
  return text;
}
