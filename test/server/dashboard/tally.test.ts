import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counted, tally } from '../../../server/dashboard/tally.ts';
import { lights, reportStates, results, unfinishedReportStates } from '../../../sync/model/index.ts';

const today = '2025-06-30';
const measure = { today, limits: { behindThreshold: 10, warningThreshold: 5 } };

const percent = fc.option(fc.integer({ min: 0, max: 100 }));
const counted: fc.Arbitrary<Counted> = fc.record({
  id: fc.uuid(),
  planItemId: fc.constantFrom('一(一)1', '一(一)2', '二(一)1'),
  unitId: fc.constantFrom('民政課', '社會課'),
  state: fc.constantFrom(...reportStates),
  dueDate: fc.constantFrom('2025-06-29', today, '2025-07-01'),
  plannedProgress: percent,
  actualProgress: percent,
  result: fc.option(fc.constantFrom(...results)),
});
const topOf = (planItemId: string) => planItemId[0]!;
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('the tally of a round', () => {
  it('counts every report once: by state, by light and in one cell', () => {
    fc.assert(
      fc.property(fc.array(counted), reports => {
        const { totals, lights: shining, heat } = tally(reports, topOf, measure);
        expect(totals.total).toBe(reports.length);
        expect(sum(reportStates.map(state => totals[state]))).toBe(reports.length);
        expect(sum(lights.map(light => shining[light]))).toBe(reports.length);
        expect(sum(heat.map(cell => cell.total))).toBe(reports.length);
        expect(sum(heat.map(cell => cell.overdue))).toBe(totals.overdue);
        expect(sum(heat.map(cell => cell.submitted))).toBe(totals.submitted + totals.endorsed);
        expect(new Set(heat.map(cell => cell.planItemId + cell.unitId)).size).toBe(heat.length);
      }),
    );
  });

  it('shows a cell as red as its worst report', () => {
    fc.assert(
      fc.property(fc.array(counted, { minLength: 1 }), reports => {
        for (const cell of tally(reports, topOf, measure).heat) {
          const inside = reports.filter(r => topOf(r.planItemId) === cell.planItemId && r.unitId === cell.unitId);
          const each = inside.map(report => tally([report], topOf, measure).heat[0]!.light);
          expect(cell.light).toBe(each.toSorted((a, b) => lights.indexOf(b) - lights.indexOf(a))[0]);
        }
      }),
    );
  });

  it('lists what is late, oldest first; the due day itself is not late', () => {
    fc.assert(
      fc.property(fc.uniqueArray(counted, { selector: report => report.id }), reports => {
        const late = reports.filter(r => unfinishedReportStates.includes(r.state) && r.dueDate === '2025-06-29');
        const { overdueIds, returnedIds } = tally(reports, topOf, measure);
        expect([...overdueIds]).toEqual(late.map(r => r.id).sort());
        expect(new Set(returnedIds)).toEqual(new Set(reports.filter(r => r.state === 'returned').map(r => r.id)));
      }),
    );
  });
});
