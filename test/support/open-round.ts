import { assignments } from '../../server/assignments/definition.ts';
import { planItems } from '../../server/plan-items/definition.ts';
import { plans } from '../../server/plans/definition.ts';
import { change } from '../../server/records/change.ts';
import { insert } from '../../server/records/records.ts';
import { reports } from '../../server/reports/definition.ts';
import { rounds } from '../../server/rounds/definition.ts';
import {
  type Assignment,
  noSections,
  type Plan,
  type PlanItem,
  type Report,
  type Round,
} from '../../sync/model/index.ts';
import type { Office, Staffed } from './office.ts';

export interface OpenRound {
  readonly plan: Plan;
  readonly round: Round;
  readonly steps: readonly PlanItem[];
  /** One report for each step, in the order of the plan. */
  readonly reports: readonly Report[];
}

const founder = { id: 'founder', name: 'founder', agencyId: '', unitId: null, role: 'administrator' } as const;

const blankReport = {
  stateReason: '',
  result: null,
  narrative: '',
  figures: [],
  plannedProgress: null,
  actualProgress: null,
  delayCause: '',
  remedy: '',
  remarks: '',
  submittedAt: null,
  acceptedAt: null,
  chasedAt: null,
  evidenceCount: 0,
};

/**
 * A published plan of one item, one key point and `count` steps, every step assigned to the officer of 民政課, and an open
 * round with a report for each. @param given overrides of the reports, by their place
 */
export function openRound(
  office: Office,
  staffed: Staffed,
  count: number,
  given: (index: number) => Partial<Report> = () => ({}),
): Promise<OpenRound> {
  const agencyId = staffed.agency.id;
  const unitId = staffed.units.民政課!.id;
  const officerId = staffed.users.officer.id;
  return change(office.context, founder, async work => {
    const plan = await insert<Plan>(work, plans, {
      agencyId,
      year: 114,
      title: '青田區公所114年度服務改進計畫',
      sections: noSections,
      state: 'published',
      documentDate: null,
      documentNumber: null,
      approvedAt: null,
      approvedBy: null,
      publishedAt: null,
      publishedBy: null,
      publicId: null,
      membersPublic: false,
      closedAt: null,
    });
    const item = (parent: PlanItem | null, position: number, label: string, text: string) =>
      insert(work, planItems, {
        agencyId,
        planId: plan.id,
        parentId: parent?.id ?? null,
        position,
        depth: parent ? parent.depth + 1 : 0,
        label,
        text,
        units: ['民政課'],
        checkMonths: [],
        cadence: [],
        remarks: '',
      } as unknown as PlanItem);
    const top = await item(null, 0, '一', '把基本服務做好');
    const keyPoint = await item(top, 0, '(一)', '作業程序一致');
    const round = await insert<Round>(work, rounds, {
      agencyId,
      planId: plan.id,
      kind: 'routine',
      title: '114年6月查核',
      year: 114,
      month: 6,
      dueDate: '2025-06-30',
      state: 'open',
    });
    const steps: PlanItem[] = [];
    const made: Report[] = [];
    for (let i = 0; i < count; i++) {
      const step = await item(keyPoint, i, String(i + 1), `第${i + 1}步：檢視櫃臺作業`);
      const place = { agencyId, planId: plan.id, planItemId: step.id, unitId, officerId };
      const assignment = await insert<Assignment>(work, assignments, {
        ...place,
        part: 'lead',
        state: 'open',
        stateReason: '',
      });
      made.push(
        await insert<Report>(work, reports, {
          ...place,
          assignmentId: assignment.id,
          roundId: round.id,
          dueDate: round.dueDate,
          ...blankReport,
          state: 'drafting',
          result: 'ongoing',
          narrative: `第${i + 1}步原本的情形`,
          ...given(i),
        }),
      );
      steps.push(step);
    }
    return { plan, round, steps, reports: made };
  });
}

/** Another unit's share of a step in an open round: its assignment and its report. */
export function shareStep(
  office: Office,
  staffed: Staffed,
  { round }: Pick<OpenRound, 'round'>,
  step: PlanItem,
  given: Partial<Report> = {},
): Promise<Report> {
  const { agencyId, planId } = step;
  const unitId = staffed.units.社會課!.id;
  const officerId = staffed.users.otherOfficer.id;
  const place = { agencyId, planId, planItemId: step.id, unitId, officerId };
  return change(office.context, founder, async work => {
    const assignment = await insert<Assignment>(work, assignments, {
      ...place,
      part: 'lead',
      state: 'open',
      stateReason: '',
    });
    return insert<Report>(work, reports, {
      ...place,
      ...blankReport,
      assignmentId: assignment.id,
      roundId: round.id,
      dueDate: round.dueDate,
      state: 'drafting',
      ...given,
    });
  });
}
