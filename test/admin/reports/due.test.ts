import { expect, test } from 'vitest';
import { bucketsOf, daysUntil } from '../../../admin/reports/due.ts';
import { reportOf } from './report.ts';

const today = '2025-06-20';

test.each([
  ['2025-06-20', 0],
  ['2025-06-30', 10],
  ['2025-06-19', -1],
  ['2026-06-20', 365],
])('until %s there are %i days', (day, days) => expect(daysUntil(day, today)).toBe(days));

test('what is owed stands in the order in which it presses; what is sent is left out', () => {
  const buckets = bucketsOf(
    [
      reportOf({ id: 'later', dueDate: '2025-12-31' }),
      reportOf({ id: 'sent', dueDate: '2025-06-01', state: 'submitted' }),
      reportOf({ id: 'pending', dueDate: '2025-06-25' }),
      reportOf({ id: 'returned', dueDate: '2025-06-25', state: 'returned' }),
      reportOf({ id: 'overdue', dueDate: '2025-06-19', state: 'drafting' }),
    ],
    today,
    14,
  );
  expect(buckets.map(({ urgency, reports }) => [urgency, reports.map(({ id }) => id)])).toEqual([
    ['overdue', ['overdue']],
    ['soon', ['returned', 'pending']],
    ['later', ['later']],
  ]);
});
