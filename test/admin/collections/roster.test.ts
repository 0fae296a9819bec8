import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsOf, type Line, linesIn, linesOf, sorts, toChase } from '../../../admin/collections/roster/roster.ts';
import { type Recipient, rosterStates } from '../../../sync/model/index.ts';

const recipient = (id: string, given: Partial<Recipient> = {}): Recipient => ({
  id,
  createdAt: '2025-06-01T00:00:00.000Z',
  updatedAt: '2025-06-01T00:00:00.000Z',
  version: 1,
  bureauId: 'bureau',
  agencyId: `agency ${id}`,
  collectionId: 'collection',
  edition: 1,
  fileName: null,
  sha256: null,
  mailTo: null,
  mailState: null,
  mailProblem: null,
  sentAt: null,
  sentVia: null,
  state: 'notReturned',
  fileId: null,
  returnedAt: null,
  stateReason: '',
  acceptedAt: null,
  chasedAt: null,
  chases: 0,
  ...given,
});

const lines = (all: readonly Recipient[], today: string): readonly Line[] =>
  linesOf(all, { dueDate: '2025-06-30' }, id => id.replace('agency ', '區公所'), today);

const some = [
  recipient('甲', { state: 'consolidated', returnedAt: '2025-06-10T00:00:00.000Z' }),
  recipient('乙', { state: 'doubtful', returnedAt: '2025-06-12T00:00:00.000Z' }),
  recipient('丙'),
  recipient('丁', { state: 'sentBack', returnedAt: '2025-06-09T00:00:00.000Z' }),
];

describe('the roster', () => {
  test('calls an agency late from the day after the due date on', () => {
    expect(countsOf(lines(some, '2025-06-30'))).toMatchObject({ notReturned: 1, overdue: 0 });
    expect(countsOf(lines(some, '2025-07-01'))).toMatchObject({ notReturned: 0, overdue: 1 });
  });

  test('puts what asks most of the clerk first, or follows the order asked for', () => {
    const all = lines(some, '2025-07-01');
    const ids = (sort: (typeof sorts)[number]) =>
      linesIn(all, { state: null, q: '', sort }).map(({ recipient: { id } }) => id);
    expect(ids('urgency')).toEqual(['丙', '乙', '丁', '甲']);
    expect(ids('returned')).toEqual(['乙', '甲', '丁', '丙']);
  });

  test('chases the late ones alone once there are some, else whoever owes something', () => {
    const owing = (today: string) => {
      const { late, lines: found } = toChase(lines(some, today));
      return { late, ids: found.map(line => line.recipient.id) };
    };
    expect(owing('2025-06-30')).toEqual({ late: false, ids: ['丙', '丁'] });
    expect(owing('2025-07-01')).toEqual({ late: true, ids: ['丙'] });
  });

  test('shows every agency under exactly one state, and finds it by its name', () => {
    const states = fc.array(fc.constantFrom(...rosterStates.filter(state => state !== 'overdue')), { maxLength: 40 });
    fc.assert(
      fc.property(states, fc.constantFrom(...sorts), (given, sort) => {
        const all = lines(
          given.map((state, n) => recipient(String(n), { state })),
          '2025-07-01',
        );
        const byState = rosterStates.flatMap(state => linesIn(all, { state, q: '', sort }));
        expect(new Set(byState)).toEqual(new Set(all));
        expect(byState.length).toBe(all.length);
        for (const line of all) expect(linesIn(all, { state: null, q: ` ${line.name} `, sort })).toContain(line);
      }),
    );
  });
});
