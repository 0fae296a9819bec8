import type { Plan, PlanItem, Unit, User } from '../../../sync/model/index.ts';
import { addPerson, addUnit, type Caller, callAs, everybodysPassword, founded } from './caller.ts';
import type { Server } from './server.ts';

export const planners = {
  secretariat: { account: 'planner', name: '周怡君', role: 'secretariat', unit: '秘書室' },
  officer: { account: 'clerk', name: '李佳蓉', role: 'officer', unit: '民政課' },
  successor: { account: 'clerk2', name: '張美玲', role: 'officer', unit: '民政課' },
  social: { account: 'clerk3', name: '林志明', role: 'officer', unit: '社會課' },
} as const;
export type Planner = keyof typeof planners;

/** An office whose plan is still to be made, and a quick way to make one. */
export interface Planning {
  readonly as: Readonly<Record<Planner, Caller>>;
  readonly users: Readonly<Record<Planner, User>>;
  /** By name: 秘書室, 民政課, 社會課. */
  readonly units: Readonly<Record<string, Unit>>;
  /** A draft of one item with one key point and these steps, all of which the plan gives to 各課室 unless said otherwise. */
  draft(title: string, steps: readonly string[], units?: readonly string[]): Promise<Plan>;
  approve(plan: Plan): Promise<Plan>;
  items(plan: Plan): Promise<readonly PlanItem[]>;
}

export async function planning(server: Server): Promise<Planning> {
  const administrator = await founded(server);
  const units: Record<string, Unit> = {};
  for (const name of ['秘書室', '民政課', '社會課']) units[name] = await addUnit(administrator, name);
  const users = {} as Record<Planner, User>;
  const as = {} as Record<Planner, Caller>;
  for (const planner of Object.keys(planners) as Planner[]) {
    const { unit, ...person } = planners[planner];
    users[planner] = await addPerson(server, administrator, { ...person, unitId: units[unit]!.id });
    as[planner] = await callAs(server, person.account, everybodysPassword);
  }
  const by = as.secretariat;
  return {
    as,
    users,
    units,
    async draft(title, steps, printed = ['各課室']) {
      const plan = await by.send<Plan>('POST', '/api/plans', { year: 114, title });
      const add = (parentId: string | null, label: string, text: string, names: readonly string[] = []) =>
        by.send<PlanItem>('POST', '/api/planItems', { planId: plan.id, parentId, label, text, units: names });
      const item = await add(null, '一', '便捷服務遞送');
      const keyPoint = await add(item.id, '(一)', '縮短民眾等候時間');
      for (const [n, text] of steps.entries()) await add(keyPoint.id, String(n + 1), text, printed);
      return plan;
    },
    async approve(plan) {
      const { version } = await by.get<Plan>(`/api/plans/${plan.id}`);
      return by.send('POST', `/api/plans/${plan.id}/approve`, { version });
    },
    items: plan => by.get(`/api/planItems?planId=${plan.id}`),
  };
}
