import { expect, test } from 'vitest';
import { inReviewOrder } from '../../../admin/review/order.ts';
import { reportOf } from '../reports/report.ts';

test('what came back after a return is looked at first, then what is due soonest', () => {
  const queue = inReviewOrder([
    reportOf({ id: 'late', dueDate: '2025-12-31' }),
    reportOf({ id: 'early', dueDate: '2025-06-30' }),
    reportOf({ id: 'back', dueDate: '2025-12-31', stateReason: '請補照片' }),
  ]);
  expect(queue.map(({ id }) => id)).toEqual(['back', 'early', 'late']);
});
