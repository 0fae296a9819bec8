import {
  type Mark,
  type MarkKind,
  markLabel,
  parseGluedCompound,
  parseGluedMark,
  parseMark,
} from '../../model/index.ts';
import type { Asked } from './asked.ts';
import type { AskingRow } from './table.ts';

type Bare = Omit<Mark, 'rest'>;

/** A row as its own cells tell of it. */
export interface AskedRow {
  readonly row: AskingRow;
  readonly asked: Asked;
  /** From a column of its own. */
  readonly beside: Bare | null;
  /** The row's number in the form, as it may stand in for a mark. */
  readonly number: string | null;
}

/** Reads a row; a mark glued to its text counts where it is expected. */
export type Reader = (expects: (mark: Mark) => boolean) => AskedRow;

/** A row's text and the label that it goes by. */
export interface Settled {
  readonly asked: Asked;
  readonly mark: string | null;
}

/**
 * Gives every row its label: the mark in its text, else the one in a column beside it, else, where no row of the form has
 * any, the form's own number unless it only counts the rows of steps. Of the rows below one heading, a mark that somebody retyped in another style is read in the
 * style of the column.
 */
export function settleMarks(readers: readonly Reader[]): readonly Settled[] {
  const rows = withGluedMarks(readers);
  const own = rows.map(({ asked, beside }): Bare | null => asked.mark ?? beside);
  if (own.every(mark => mark === null)) {
    const isMark = !asksSteps(rows) || !isRunning(rows.map(({ number }) => number));
    return rows.map(({ asked, number }) => ({ asked, mark: isMark ? number : null }));
  }
  const usual = usualKind(own);
  const groups = Map.groupBy(
    own.flatMap((mark, i) => (mark ? [{ mark, i }] : [])),
    ({ i }) => groupOf(rows[i]!),
  );
  const labels = new Map<number, string>();
  for (const group of groups.values()) {
    const label = usualLabels(
      usual,
      group.map(({ mark }) => mark),
    );
    for (const { mark, i } of group) labels.set(i, label(mark));
  }
  return rows.map(({ asked }, i) => ({ asked, mark: labels.get(i) ?? null }));
}

const asksSteps = (rows: readonly AskedRow[]): boolean => rows.some(({ row }) => row.layout.fields.has('step'));

/** Whole numbers that merely count the rows from top to bottom, some left out perhaps, belong to no step. */
function isRunning(numbers: readonly (string | null)[]): boolean {
  const counted = numbers.flatMap(number => (number === null ? [] : Number(number)));
  return counted.every((number, i) => Number.isInteger(number) && number > (i === 0 ? 0 : counted[i - 1]!));
}

/** Most texts of the column begin with a compound number of one depth, each greater than the one above. */
function countsInCompounds(texts: readonly string[]): boolean {
  const numbers = texts.flatMap(text => {
    const label = parseGluedCompound(text)?.label;
    return label === undefined ? [] : [label.split(/[.-]/).map(Number)];
  });
  const ascend = numbers.slice(1).every((number, i) => {
    const above = numbers[i]!;
    const at = number.findIndex((part, depth) => part !== above[depth]);
    return number.length === above.length && at >= 0 && number[at]! > above[at]!;
  });
  return numbers.length >= 2 && numbers.length * 2 > texts.length && ascend;
}

/** A number glued to its text counts when the row above or below counts with it. */
function withGluedMarks(readers: readonly Reader[]): readonly AskedRow[] {
  const first = readers.map(read => read(() => false));
  const inCompounds = countsInCompounds(first.map(({ row }) => row.asked.text));
  const rows: AskedRow[] = [];
  for (const [i, read] of readers.entries()) {
    const before = rows.at(-1)?.asked.mark;
    const next = first[i + 1]?.row.asked.text ?? '';
    const after = (parseMark(next) ?? parseGluedMark(next))?.ordinal;
    rows.push(
      first[i]!.asked.mark
        ? first[i]!
        : read(
            ({ kind, ordinal }) =>
              (kind === 'compound' && inCompounds) ||
              (kind === 'digit' && before?.kind === 'digit' && before.ordinal + 1 === ordinal) ||
              (kind === 'digit' && ordinal === 1 && after === 2),
          ),
    );
  }
  return rows;
}

const groupOf = ({ row: { item, keyPoint } }: AskedRow): string =>
  [item?.label, item?.text, keyPoint?.label, keyPoint?.text].join('\n');

/** The kind that most marks of the column have; null when they differ too much. */
function usualKind(marks: readonly (Bare | null)[]): MarkKind | null {
  const counts = new Map<MarkKind, number>();
  for (const mark of marks) if (mark) counts.set(mark.kind, (counts.get(mark.kind) ?? 0) + 1);
  const all = [...counts.values()].reduce((a, b) => a + b, 0);
  const [kind, count] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [null, 0];
  return count * 4 >= all * 3 ? kind : null;
}

/** The labels of a group: a lone mark of another kind whose number the usual kind lacks is the usual one, retyped. */
function usualLabels(usual: MarkKind | null, group: readonly Bare[]): (mark: Bare) => string {
  if (usual === null) return mark => mark.label;
  const ofKind = new Map<MarkKind, number>();
  for (const { kind } of group) ofKind.set(kind, (ofKind.get(kind) ?? 0) + 1);
  const taken = new Set(group.flatMap(({ kind, ordinal }) => (kind === usual ? [ordinal] : [])));
  return mark => {
    if (mark.kind === usual || mark.kind === 'compound') return mark.label;
    const isRetyped = ofKind.get(mark.kind) === 1 && taken.size > 0 && !taken.has(mark.ordinal);
    return isRetyped ? (markLabel(usual, mark.ordinal) ?? mark.label) : mark.label;
  };
}
