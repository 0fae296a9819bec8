import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearOf } from '../../../admin/reports/near.ts';

const one = (id: string, dueDate = '2025-06-30') => ({ id, dueDate });

test('the reports before and after, soonest due first', () => {
  const queue = [one('c', '2025-07-01'), one('a'), one('b')];
  expect(nearOf(one('b'), queue)).toEqual({ previous: 'a', next: 'c', place: 2, total: 3 });
  expect(nearOf(one('a'), queue)).toMatchObject({ previous: null, next: 'b', place: 1 });
});

test('a report that has left the queue still leads to the next one', () => {
  expect(nearOf(one('b'), [one('a'), one('c')])).toEqual({ previous: 'a', next: 'c', place: null, total: 2 });
});

test('going on with “next” from the first visits every report once', () => {
  const queues = fc.uniqueArray(fc.record({ id: fc.uuid(), dueDate: fc.constantFrom('2025-06-30', '2025-07-01') }), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(queues, queue => {
      const byId = new Map(queue.map(report => [report.id, report]));
      let here = queue.find(report => nearOf(report, queue).previous === null);
      const seen: string[] = [];
      while (here && seen.length <= queue.length) {
        seen.push(here.id);
        here = byId.get(nearOf(here, queue).next ?? '');
      }
      expect(seen.toSorted()).toEqual(queue.map(({ id }) => id).toSorted());
    }),
  );
});
