import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edition, editionOf, stampBook } from '../../../sync/collect/index.ts';
import { profileForm } from '../../../sync/form/profile/index.ts';
import { filled } from '../../support/returned/files.ts';
import { type Blank, blankOf, type Layout, layouts } from '../../support/returned/layouts.ts';
import { agencyNamed, questions } from '../../support/returned/questions.ts';
import { expected, opened, orderFor, returnedOf } from './opened.ts';

const plain = layouts.filter(({ format, added }) => format === 'xlsx' && !added);
const agencies = [{ id: 'a', name: agencyNamed(7) }];
const all = questions.map((_, i) => i);

/** Questions of an edition: some of them, in their order or in any. */
const anyOrder = fc.oneof(
  fc.subarray(all, { minLength: 6 }),
  fc.shuffledSubarray(all, { minLength: 6 }),
  fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all)).map(([i, j]) => all.with(i, j).with(j, i)),
);

/** The workbook that goes out with these questions; each has the id of its question, whichever edition it stands in. */
async function issued(number: number, order: readonly number[]): Promise<Edition> {
  const blank = await blankOf({ ...plain[0]!, merged: false, order });
  const workbook = opened(blank.bytes);
  const profile = profileForm(workbook);
  const places = profile.sheets.flatMap(({ name, rows }) => rows.map(({ row }) => ({ sheet: name, row })));
  return editionOf(workbook, {
    edition: number,
    profile,
    rows: places.map((place, i) => ({ ...place, rowId: `q${order[i]}` })),
  });
}

const returned = (layout: Layout, order: readonly number[]): Promise<Blank> =>
  blankOf({ ...layout, merged: false, order });

describe('between editions of a form', () => {
  it('no answer is taken for another question, whichever edition comes back, in whatever layout and order', async () => {
    let [asked, found] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        anyOrder,
        anyOrder,
        fc.constantFrom(...plain),
        fc.boolean(),
        fc.option(fc.constantFrom(1, 2, 9)),
        async (first, second, layout, isNewer, claims) => {
          const order = isNewer ? second : first;
          const editions = await Promise.all([issued(1, first), issued(2, second)]);
          const bytes = filled(await returned(layout, order), 7);
          const marks = { collection: 'c1', edition: claims ?? 1, recipient: 'a' };
          const marked = claims === null ? { ok: true as const, bytes } : stampBook(bytes, '表', marks);
          if (!marked.ok) throw new Error(marked.issue.message);
          const { rows, strays, notReturned, duplicates } = returnedOf(
            marked.bytes,
            '回覆.xlsx',
            orderFor(editions, agencies),
          );
          for (const { rowId, values } of rows)
            expect({ rowId, ...values }).toMatchObject({ rowId, ...expected(7, Number(rowId.slice(1))) });
          // Every row of the file is collected or listed, every question of the edition collected or told as missing.
          expect(rows.length + strays.length).toBe(order.length);
          expect(duplicates).toEqual([]);
          expect(new Set([...rows.map(({ rowId }) => rowId), ...notReturned]).size).toBe(
            rows.length + notReturned.length,
          );
          asked += order.length;
          found += rows.length;
        },
      ),
      { numRuns: 60 },
    );
    expect(found / asked).toBeGreaterThan(0.5);
  }, 120_000);

  it('a file is of the edition that it asks, or of the one that its ids say', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(all, { minLength: 20, maxLength: 40 }),
        fc.boolean(),
        fc.constantFrom(...plain),
        async (some, isNewer, layout) => {
          const editions = await Promise.all([issued(1, some), issued(2, all)]);
          const bytes = filled(await returned(layout, isNewer ? all : some), 7);
          const order = orderFor(editions, agencies);
          expect(returnedOf(bytes, '回覆.xlsx', order).recognised).toMatchObject({
            edition: isNewer ? 2 : 1,
            editionBy: 'layout',
          });
          const marked = stampBook(bytes, '表', { collection: 'c1', edition: 1, recipient: 'a' });
          if (!marked.ok) throw new Error(marked.issue.message);
          expect(returnedOf(marked.bytes, '回覆.xlsx', order).recognised).toMatchObject({
            edition: 1,
            editionBy: 'id',
          });
        },
      ),
      { numRuns: 15 },
    );
  }, 120_000);
});
