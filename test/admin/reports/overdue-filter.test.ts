import { expect, test } from 'vitest';
import { withoutOverdue } from '../../../admin/reports/overdue-filter.ts';
import { isOverdue, reportStates } from '../../../sync/model/index.ts';

const today = '2025-07-01';

test('asks for what the model calls overdue, and for nothing else', () => {
  const asked = withoutOverdue({ overdue: true }, today) as { state: string[]; dueDate_lte: string };
  for (const state of reportStates)
    for (const dueDate of ['2025-06-29', '2025-06-30', '2025-07-01', '2025-07-02'])
      expect(asked.state.includes(state) && dueDate <= asked.dueDate_lte, `${state} ${dueDate}`).toBe(
        isOverdue({ state, dueDate }, today),
      );
});

test('a state that was chosen too narrows it, down to nothing', () => {
  expect(withoutOverdue({ overdue: 'true', state: 'returned' }, today).state).toEqual(['returned']);
  expect(withoutOverdue({ overdue: 'true', state: 'accepted' }, today).state).toEqual(['none']);
});

test('without it the filter stays as it is', () => {
  expect(withoutOverdue({ q: '櫃臺', overdue: false }, today)).toEqual({ q: '櫃臺' });
});
