import type { Assignment, Plan, PlanItem, Report, Round, Unit, User } from '../../../sync/model/index.ts';
import { addPerson, addUnit, type Caller, callAs, everybodysPassword, founded } from './caller.ts';
import type { Server } from './server.ts';

export const people = {
  secretariat: { account: 'secretariat', name: '張秘書' },
  chief: { account: 'chief', name: '李課長' },
  officer: { account: 'officer', name: '王小明' },
  colleague: { account: 'colleague', name: '陳美玲' },
} as const;
export type Someone = keyof typeof people;

/** An agency in the middle of a check round, as its people left it through the product itself. */
export interface Reporting {
  readonly administrator: Caller;
  readonly as: Readonly<Record<Someone, Caller>>;
  readonly users: Readonly<Record<Someone, User>>;
  readonly unit: Unit;
  readonly plan: Plan;
  readonly steps: readonly PlanItem[];
  /** Opens a round that asks for a report on every step. @returns its reports, in the order of the plan */
  openRound(title: string, dueDate: string): Promise<readonly Report[]>;
  report(id: string): Promise<Report>;
}

const everyPerson = Object.keys(people) as readonly Someone[];

/** 民政課 with an officer, a colleague and a chief; a published plan of one item, one key point and some steps, all the officer's. */
export async function reporting(server: Server, steps: readonly string[]): Promise<Reporting> {
  const administrator = await founded(server);
  const office = await addUnit(administrator, '秘書室');
  const unit = await addUnit(administrator, '民政課');
  const hire = (someone: Someone) =>
    addPerson(server, administrator, {
      ...people[someone],
      role: someone === 'colleague' ? 'officer' : someone,
      unitId: someone === 'secretariat' ? office.id : unit.id,
    });
  const users = {} as Record<Someone, User>;
  const as = {} as Record<Someone, Caller>;
  for (const someone of everyPerson) {
    users[someone] = await hire(someone);
    as[someone] = await callAs(server, people[someone].account, everybodysPassword);
  }

  const by = as.secretariat;
  const plan = await by.send<Plan>('POST', '/api/plans', { year: 114, title: '114年度為民服務工作計畫' });
  const add = (parentId: string | null, label: string, text: string) =>
    by.send<PlanItem>('POST', '/api/planItems', { planId: plan.id, parentId, label, text });
  const item = await add(null, '一', '把基本服務做好');
  const keyPoint = await add(item.id, '(一)', '各項業務有一致的作業程序');
  const made: PlanItem[] = [];
  for (const [place, text] of steps.entries()) made.push(await add(keyPoint.id, String(place + 1), text));
  const approved = await by.send<Plan>('POST', `/api/plans/${plan.id}/approve`, { version: plan.version });
  await by.send('POST', `/api/plans/${plan.id}/publish`, { version: approved.version });
  await by.send<Assignment>('POST', '/api/assignments/bulk', {
    planId: plan.id,
    planItemIds: made.map(({ id }) => id),
    leadUnitIds: [unit.id],
    officers: { [unit.id]: users.officer.id },
  });

  return {
    administrator,
    as,
    users,
    unit,
    plan,
    steps: made,
    report: id => by.get(`/api/reports/${id}`),
    async openRound(title, dueDate) {
      const draft = await by.send<Round>('POST', '/api/rounds', {
        planId: plan.id,
        kind: 'routine',
        title,
        month: 6,
        dueDate,
      });
      await by.send('POST', `/api/rounds/${draft.id}/open`, { version: draft.version });
      const reports = await by.get<readonly Report[]>(`/api/reports?roundId=${draft.id}`);
      return made.map(step => reports.find(report => report.planItemId === step.id)!);
    },
  };
}
