import { describe, expect, test } from 'vitest';
import { chasedBy } from '../../../admin/dashboard/chase/chased.ts';
import { chosenRound } from '../../../admin/dashboard/chosen-round.ts';
import { lateOf } from '../../../admin/dashboard/head/late.ts';
import { reportsAt } from '../../../admin/dashboard/links.ts';
import { rowsByUnit, sumOf } from '../../../admin/forms/rows-by-unit.ts';
import type { Report, Round } from '../../../sync/model/index.ts';

const today = '2025-07-10';
const limits = { behindThreshold: 10, warningThreshold: 5 };

const report = (id: string, given: Partial<Report> = {}): Report =>
  ({
    id,
    unitId: '民政課',
    state: 'drafting',
    dueDate: '2025-07-31',
    result: null,
    plannedProgress: null,
    actualProgress: null,
    delayCause: '',
    chasedAt: null,
    ...given,
  }) as Report;

describe('the round that is shown', () => {
  const round = (id: string, state: Round['state'], dueDate: string, agencyId = 'here') => ({
    id,
    state,
    dueDate,
    agencyId,
  });
  const rounds = [
    round('closed', 'closed', '2025-03-31'),
    round('june', 'open', '2025-06-30'),
    round('december', 'open', '2025-12-31'),
  ];

  test('is the one asked for, else the open one due first, else the one that closed last', () => {
    expect(chosenRound(rounds, 'december', 'here')?.id).toBe('december');
    expect(chosenRound(rounds, 'gone', 'here')?.id).toBe('june');
    expect(
      chosenRound([round('a', 'closed', '2025-01-31'), round('b', 'closed', '2025-03-31')], null, 'here')?.id,
    ).toBe('b');
  });

  test('is none where all belong to others, who are looked at together', () => {
    expect(chosenRound([round('june', 'open', '2025-06-30', 'there')], null, 'here')).toBeUndefined();
    expect(chosenRound([round('june', 'open', '2025-06-30', 'there')], 'june', 'here')?.id).toBe('june');
  });
});

describe('what is late', () => {
  test('is what the thresholds say, the gravest first', () => {
    const late = lateOf(
      [
        report('on track'),
        report('slightly behind', { plannedProgress: 50, actualProgress: 44 }),
        report('overdue', { dueDate: '2025-06-30' }),
        report('far behind, explained', { plannedProgress: 60, actualProgress: 20, delayCause: '交接中' }),
      ],
      today,
      limits,
    );
    expect(late.map(({ report: { id }, light, overdue, lag }) => [id, light, overdue, lag])).toEqual([
      ['far behind, explained', 'red', false, 40],
      ['overdue', 'red', true, 0],
      ['slightly behind', 'yellow', false, 6],
    ]);
  });
});

describe('a reminder', () => {
  test('is counted by unit, with those who had one today', () => {
    const chased = [
      report('a', { unitId: '社會課' }),
      report('b', { chasedAt: '2025-07-09T16:30:00.000Z' }),
      report('c', { chasedAt: '2025-07-09T15:30:00.000Z' }),
    ];
    expect(chasedBy(chased, today)).toEqual({
      total: 3,
      units: [
        { unitId: '民政課', count: 2 },
        { unitId: '社會課', count: 1 },
      ],
      today: 1,
    });
  });
});

test('a link to reports carries only what narrows them', () => {
  const [path, query] = reportsAt({ roundId: undefined, unitId: 'u', overdue: true }).split('?');
  expect(path).toBe('/reports');
  expect(JSON.parse(new URLSearchParams(query).get('filter') ?? '')).toEqual({ unitId: 'u', overdue: true });
});

test('what a form will hold is counted by unit, in the order of the units', () => {
  const parts = rowsByUnit(
    [report('a', { state: 'accepted' }), report('b', { state: 'pending' }), report('c', { unitId: '社會課' })],
    ['社會課', '人文課', '民政課'],
  );
  expect(parts).toEqual([
    { unitId: '社會課', rows: 1, locked: 0, blank: 0 },
    { unitId: '民政課', rows: 2, locked: 1, blank: 1 },
  ]);
  expect(sumOf(parts)).toEqual({ rows: 3, locked: 1, blank: 1 });
});
