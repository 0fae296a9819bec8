import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, type Range } from '../../../sync/sheet/index.ts';
import { indexMerges } from '../../../sync/sheet/merges.ts';

/** Ranges of very different sizes that do not overlap: each takes its place only if nobody is there. */
const merges = fc
  .array(
    fc
      .tuple(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 6 }),
      )
      .map(([top, left, tall, wide]) => ({ top, left, bottom: top + 2 ** tall - 1, right: left + 2 ** wide - 1 })),
    { maxLength: 40 },
  )
  .map(list => {
    const kept: Range[] = [];
    for (const next of list) if (!kept.some(other => overlap(other, next))) kept.push(next);
    return kept;
  });

const overlap = (a: Range, b: Range): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

describe('the index of merges', () => {
  it('finds exactly the merge that covers a cell', () => {
    fc.assert(
      fc.property(
        merges,
        fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 110 })), { minLength: 30 }),
        (list, cells) => {
          const mergeAt = indexMerges(list);
          for (const [row, column] of cells) {
            expect(mergeAt(row, column)).toEqual(list.find(merge => contains(merge, row, column)));
          }
        },
      ),
    );
  });

  it('takes whole columns without spreading them over their cells', () => {
    const columns = Array.from({ length: 16_384 }, (_, i) => ({
      top: 1,
      left: i + 1,
      bottom: 1_048_576,
      right: i + 1,
    }));
    const started = performance.now();
    const mergeAt = indexMerges(columns);
    expect(mergeAt(777_777, 16_384)).toEqual(columns.at(-1));
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('stays fast when somebody overlaps merges on purpose', () => {
    const pile = Array.from({ length: 100_000 }, (_, i) => ({ top: 1, left: 1, bottom: 2 + (i % 2), right: 1_000 }));
    const started = performance.now();
    const mergeAt = indexMerges(pile);
    for (let row = 1; row < 20_000; row++) mergeAt(row, 5);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
