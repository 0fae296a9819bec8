import { describe, expect, test } from 'vitest';
import { awaited, mayWrite, verbsFor } from '../../../admin/reports/rights.ts';
import type { ReportState, Role } from '../../../sync/model/index.ts';
import { reportOf } from './report.ts';

const person = (role: Role, over: { readonly unitId?: string | null; readonly agencyId?: string } = {}) => ({
  role,
  agencyId: 'agency-1',
  unitId: 'unit-1',
  ...over,
});
const inState = (state: ReportState, stateReason = '') => reportOf({ state, stateReason });

describe('writing', () => {
  test.each(['pending', 'drafting', 'returned'] as const)('the section writes while it is %s', state => {
    expect(mayWrite(person('officer'), inState(state), false)).toBe(true);
  });

  test.each(['submitted', 'endorsed', 'accepted'] as const)('nobody writes once it is %s', state => {
    expect(mayWrite(person('officer'), inState(state), false)).toBe(false);
  });

  test('another section, another agency and those who oversee do not', () => {
    expect(mayWrite(person('officer', { unitId: 'unit-2' }), inState('drafting'), false)).toBe(false);
    expect(mayWrite(person('officer', { agencyId: 'agency-2' }), inState('drafting'), false)).toBe(false);
    expect(mayWrite(person('secretariat', { unitId: null }), inState('drafting'), false)).toBe(false);
    expect(mayWrite(person('auditor'), inState('drafting'), false)).toBe(false);
  });

  test('after the round only what was handed back', () => {
    expect(mayWrite(person('officer'), inState('drafting'), true)).toBe(false);
    expect(mayWrite(person('officer'), inState('returned', '請補照片'), true)).toBe(true);
  });
});

describe('verbs that are offered', () => {
  test.each([
    ['officer', 'pending', ['submit']],
    ['officer', 'drafting', ['submit']],
    ['officer', 'returned', ['submit']],
    ['officer', 'submitted', []],
    ['chief', 'submitted', ['endorse', 'return']],
    ['chief', 'endorsed', []],
    ['secretariat', 'submitted', ['return']],
    ['secretariat', 'endorsed', ['accept', 'return']],
    ['secretariat', 'accepted', ['reopen']],
    ['head', 'endorsed', []],
    ['auditor', 'accepted', []],
  ] as const)('to the %s on a %s report: %j', (role, state, verbs) => {
    const unitId = role === 'officer' || role === 'chief' ? 'unit-1' : 'unit-9';
    expect(verbsFor(person(role, { unitId }), inState(state), false)).toEqual(verbs);
  });

  test('none of them on a report of another agency', () => {
    expect(verbsFor(person('secretariat', { agencyId: 'agency-2' }), inState('endorsed'), false)).toEqual([]);
  });
});

test('whose decision a report waits for', () => {
  expect([awaited(person('chief')), awaited(person('secretariat')), awaited(person('officer'))]).toEqual([
    'submitted',
    'endorsed',
    null,
  ]);
});
