import { plainOf } from '../../form/identify/index.ts';
import { mergedFields, type WorkbookDiff } from '../../model/index.ts';
import { findRows } from './found.ts';
import { type FormBook, type SideRow, sideOf } from './side.ts';
import { sameValue } from './values.ts';

type Row = WorkbookDiff['rows'][number];

const placeOf = ({ sheet, row }: SideRow) => ({ sheet, row });

const fieldsBetween = (a: SideRow, b: SideRow): Row['fields'] =>
  mergedFields.flatMap(field => {
    const [before, after] = [a.cells.get(field), b.cells.get(field)];
    const values = { a: before?.value ?? null, b: after?.value ?? null };
    if (sameValue(field, values.a, values.b)) return [];
    return [{ field, ...values, cells: { a: before?.cell ?? null, b: after?.cell ?? null } }];
  });

/** Of numbers in any order the most that ascend, by index: what is left over was moved. */
function longestAscending(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [i, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    before[i] = ends[low - 1];
    ends[low] = i;
  }
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept.add(at);
  return kept;
}

/**
 * How workbook b differs from workbook a of the same form: rows added, removed, copied, moved against the others, reworded, and
 * the answers that changed. A row of b that may be one of a is uncertain, with its candidates, and what may be its row is not
 * called removed for sure.
 */
export function diffWorkbooks(a: FormBook, b: FormBook): WorkbookDiff {
  const [before, after] = [sideOf(a), sideOf(b)];
  const found = findRows(after, before);
  const pairs = before.rows.flatMap((row, i) => {
    const now = found.rowFor(row);
    return now ? [{ row, now, i }] : [];
  });
  const place = new Map(after.rows.map((row, i) => [row, i]));
  const kept = longestAscending(pairs.map(({ now }) => place.get(now)!));
  const both = pairs.map(({ row, now }, i): Row => {
    const fields = fieldsBetween(row, now);
    const reworded = plainOf(row.text) !== plainOf(now.text);
    const moved = now.sheet !== row.sheet || !kept.has(i);
    return {
      is: [
        ...(moved ? ['moved' as const] : []),
        ...(reworded ? ['reworded' as const] : []),
        ...(fields.length > 0 ? ['changed' as const] : []),
      ],
      a: placeOf(row),
      b: placeOf(now),
      text: now.text,
      textBefore: reworded ? row.text : null,
      fields,
      candidates: [],
    };
  });
  const nothing = { textBefore: null, fields: [], candidates: [] };
  const gone = before.rows
    .filter(row => found.presenceOf(row) === 'missing')
    .map((row): Row => ({ ...nothing, is: ['removed'], a: placeOf(row), b: null, text: row.text }));
  const others = found.others.map(
    ({ row, copyOf, candidates }): Row => ({
      ...nothing,
      is: [copyOf ? 'copied' : candidates.length > 0 ? 'uncertain' : 'added'],
      a: copyOf,
      b: placeOf(row),
      text: row.text,
      candidates: [...candidates],
    }),
  );
  return {
    files: { a: before.file, b: after.file },
    rows: [...both.filter(({ is }) => is.length > 0), ...gone, ...others],
    issues: [...before.issues, ...after.issues],
  };
}
