import { describe, expect, test } from 'vitest';
import { workOf } from '../../../admin/home/officer/work.ts';
import { reportOf } from '../reports/report.ts';

const me = { id: 'officer-1' };
const today = '2025-06-20';
const reports = [
  reportOf({ id: 'mine', dueDate: '2025-06-25' }),
  reportOf({ id: 'nobodys', officerId: null, dueDate: '2025-06-19' }),
  reportOf({ id: 'colleagues', officerId: 'officer-2' }),
  reportOf({ id: 'sent', state: 'submitted' }),
  reportOf({ id: 'old', roundId: 'round-0', dueDate: '2025-01-31' }),
  reportOf({
    id: 'old-returned',
    roundId: 'round-0',
    dueDate: '2025-01-31',
    state: 'returned',
    stateReason: '請補照片',
  }),
];
const work = (whose: 'mine' | 'section') => workOf(reports, new Set(['round-0']), me, whose, today, 14);
const ids = (whose: 'mine' | 'section') => work(whose).buckets.flatMap(({ reports: some }) => some.map(({ id }) => id));

describe('what an officer has to do', () => {
  test('is what is in their name and in nobody’s, most pressing first', () => {
    expect(ids('mine')).toEqual(['old-returned', 'nobodys', 'mine']);
    expect(work('mine').todo).toBe(3);
  });

  test('is the whole section’s when they ask for it; otherwise the rest is counted', () => {
    expect(ids('section')).toContain('colleagues');
    expect(work('mine').others).toBe(1);
  });

  test('is no longer what was never sent before its round closed, unless it was handed back', () => {
    expect(work('mine').shut.map(({ id }) => id)).toEqual(['old']);
  });
});
