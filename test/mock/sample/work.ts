import type { Assignment, Plan, PlanItem, Report, ReportState, Round, Unit, User } from '../../../sync/model/index.ts';
import { type Chance, chance } from './chance.ts';
import { hour, idOf, stamp } from './ids.ts';

/** Every step to every section of its agency, as 各課室 is fanned out. */
export function assignmentsOf(
  items: readonly PlanItem[],
  units: readonly Unit[],
  users: readonly User[],
): readonly Assignment[] {
  const unitsBelow = Map.groupBy(units, unit => unit.agencyId);
  const officers = new Map(users.filter(user => user.role === 'officer').map(user => [user.unitId, user.id]));
  return items
    .filter(item => item.depth === 2)
    .flatMap(item => (unitsBelow.get(item.agencyId) ?? []).map(unit => ({ item, unit })))
    .map(({ item, unit }, n) => ({
      id: idOf('assignment', n),
      ...stamp(n % 8000),
      agencyId: item.agencyId,
      planId: item.planId,
      planItemId: item.id,
      unitId: unit.id,
      part: n % 6 === 5 ? 'assist' : 'lead',
      officerId: n % 4 === 3 ? null : (officers.get(unit.id) ?? null),
      state: n % 11 === 10 ? 'releaseRequested' : 'open',
      stateReason: '',
    }));
}

/** Rounds of each plan, month after month; all but the last are closed. */
export function roundsOf(plans: readonly Plan[], perPlan: number): readonly Round[] {
  return plans.flatMap((plan, p) =>
    Array.from({ length: perPlan }, (_, r) => {
      const n = p * perPlan + r;
      const month = perPlan <= 2 ? [6, 12][r]! : (r % 12) + 1;
      return {
        id: idOf('round', n),
        ...stamp(n),
        agencyId: plan.agencyId,
        planId: plan.id,
        kind: month === 12 ? 'annual' : 'routine',
        title: `114年${month}月查核`,
        year: 114,
        month,
        dueDate: `2025-${String(month).padStart(2, '0')}-28`,
        state: r === perPlan - 1 ? 'open' : 'closed',
      };
    }),
  );
}

const states: readonly ReportState[] = [
  'pending',
  'drafting',
  'submitted',
  'endorsed',
  'accepted',
  'accepted',
  'returned',
];
const narratives = [
  '已完成現場盤點，改善項目列入下月追蹤。',
  '辦理說明會二場，參加同仁 48 人。',
  'Counter service reviewed; FAQ updated.',
  '委外案尚在招標，預計下季完成。\n另行回報。',
];
const causes = ['人力調度', '廠商延誤', 'Weather', '經費核撥較晚'];

function answersOf(state: ReportState, luck: Chance) {
  const written = state !== 'pending';
  const plannedProgress = luck.often(80) ? luck.below(101) : null;
  const late = written && luck.often(25);
  return {
    result: written ? luck.pick(['done', 'ongoing', 'notDone', 'notApplicable', null] as const) : null,
    narrative: written ? luck.pick(narratives) : '',
    figures: written && luck.often(30) ? [{ name: '場次', value: luck.below(40), unit: '場' }] : [],
    plannedProgress,
    actualProgress:
      written && plannedProgress !== null ? Math.max(0, plannedProgress - (late ? luck.below(40) : 0)) : null,
    delayCause: late ? luck.pick(causes) : '',
    remedy: late ? '每週追蹤並調整期程。' : '',
    remarks: luck.often(10) ? '附件另送' : '',
    stateReason: state === 'returned' ? '請補上辦理日期與照片。' : '',
  };
}

const submittedStates: readonly ReportState[] = ['submitted', 'endorsed', 'accepted', 'returned'];

/** One report for each assignment in each round of its plan. */
export function reportsOf(assignments: readonly Assignment[], rounds: readonly Round[]): readonly Report[] {
  const luck = chance(114);
  const roundsOfPlan = Map.groupBy(rounds, round => round.planId);
  return assignments
    .flatMap(assignment => (roundsOfPlan.get(assignment.planId) ?? []).map(round => ({ assignment, round })))
    .map(({ assignment, round }, n) => {
      const state = luck.pick(states);
      const at = 2000 + luck.below(6000);
      return {
        id: idOf('report', n),
        ...stamp(at, 1 + luck.below(9)),
        ...answersOf(state, luck),
        agencyId: assignment.agencyId,
        planId: assignment.planId,
        planItemId: assignment.planItemId,
        assignmentId: assignment.id,
        roundId: round.id,
        unitId: assignment.unitId,
        officerId: assignment.officerId,
        dueDate: round.dueDate,
        state,
        submittedAt: submittedStates.includes(state) ? hour(at) : null,
        acceptedAt: state === 'accepted' ? hour(at + 20) : null,
        chasedAt: state === 'pending' && luck.often(20) ? hour(at) : null,
        evidenceCount: 0,
      };
    });
}
