import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byAgency, byItem, type Extent, placesOf } from '../../../server/consolidation/pages.ts';

const many = (count: number, prefix: string) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const extentOf = (agencies: number, questions: number): Extent => ({
  recipients: new Map(many(agencies, 'r').map(id => [id, `of ${id}`])),
  rowIds: many(questions, 'q'),
});

describe('the pages of a consolidation', () => {
  it('hold every agency and question once, in order, and never more than fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 0, max: 90 }), (agencies, questions) => {
        for (const [count, other] of [
          [agencies, questions],
          [questions, agencies],
        ] as const) {
          const extent = extentOf(count, other);
          const recipients = [...extent.recipients.keys()];
          const places = (pages: ReturnType<typeof byAgency>) => {
            const parts = pages.map(placesOf);
            expect(Math.max(0, ...parts.map(({ length }) => length))).toBeLessThanOrEqual(500);
            return parts.flat();
          };
          expect(places(byAgency(extent))).toEqual(recipients.flatMap(r => extent.rowIds.map(q => [r, q])));
          expect(places(byItem(extent))).toEqual(extent.rowIds.flatMap(q => recipients.map(r => [r, q])));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('grow with what there is to read, not with the number of agencies alone', () => {
    expect(byAgency(extentOf(300, 60))).toHaveLength(38);
    expect(byItem(extentOf(300, 60))).toHaveLength(60);
    expect(byAgency(extentOf(10, 5))).toHaveLength(1);
  });
});
