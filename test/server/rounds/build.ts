import { expect } from 'vitest';
import type { Assignment, Plan, PlanItem, Report, Round } from '../../../sync/model/index.ts';
import type { Client } from '../../support/client.ts';
import type { Staffed } from '../../support/office.ts';
import { addItem, draftPlan, published } from '../plans/build.ts';

export interface Prepared {
  readonly plan: Plan;
  readonly item: PlanItem;
  readonly keyPoint: PlanItem;
  /** Due in June by its key point, due in December by itself, due whenever there is a round. */
  readonly steps: readonly [june: PlanItem, december: PlanItem, always: PlanItem];
}

/** A published plan whose key point is checked in June, with one step of its own month and one beside that has none. */
export async function preparedPlan(by: Client): Promise<Prepared> {
  const plan = await draftPlan(by);
  const item = await addItem(by, plan, null, { label: '一', text: '把基本服務做好' });
  const keyPoint = await addItem(by, plan, item, { label: '(一)', text: '櫃臺服務', checkMonths: [6] });
  const june = await addItem(by, plan, keyPoint, { label: '1', text: '檢視櫃臺作業' });
  const december = await addItem(by, plan, keyPoint, { label: '2', text: '年終檢討', checkMonths: [12] });
  const other = await addItem(by, plan, item, { label: '(二)', text: '環境整潔' });
  const always = await addItem(by, plan, other, { label: '1', text: '每日巡查' });
  return { plan: await published(by, plan), item, keyPoint, steps: [june, december, always] };
}

/** Gives a step to the officer of 民政課. */
export async function assign(staffed: Staffed, step: Pick<PlanItem, 'id'>): Promise<Assignment> {
  const { status, body } = await staffed.as.secretariat.post('/api/assignments', {
    planItemId: step.id,
    unitId: staffed.units.民政課!.id,
    officerId: staffed.users.officer.id,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

export const juneRound = (planId: string) =>
  ({ planId, kind: 'routine', title: '114年6月查核', month: 6, dueDate: '2025-06-30' }) as const;

export async function draftRound(by: Client, planId: string, given: object = {}): Promise<Round> {
  const { status, body } = await by.post('/api/rounds', { ...juneRound(planId), ...given });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

export async function opened(by: Client, round: Round): Promise<Round> {
  const { status, body } = await by.post(`/api/rounds/${round.id}/open`, { version: round.version });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

export const reportsOf = async (by: Client, round: Pick<Round, 'id'>): Promise<readonly Report[]> =>
  (await by.get(`/api/reports?roundId=${round.id}&_sort=id`)).body;
