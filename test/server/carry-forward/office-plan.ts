import { expect } from 'vitest';
import type { Plan, PlanItem } from '../../../sync/model/index.ts';
import type { Client } from '../../support/client.ts';
import { addItem, approved, draftPlan, type Growing, published } from '../plans/build.ts';

export interface YearPlan {
  readonly plan: Plan;
  readonly items: Readonly<Record<'item' | 'keyPoint' | 'ramps' | 'signs' | 'survey', PlanItem>>;
}

const words = {
  item: { label: '一', text: '完備基礎服務' },
  keyPoint: { label: '(一)', text: '改善洽公環境' },
  ramps: { label: '1', text: '114年度每季檢查無障礙坡道並留下紀錄。', units: ['民政課'], checkMonths: [6, 12] },
  signs: { label: '2', text: '更新櫃台指引牌並加註外語。', units: ['社會課'], checkMonths: [12] },
  survey: { label: '3', text: '於115年1月底前公布滿意度調查結果。', units: ['民政課', '社會課'], checkMonths: [12] },
} satisfies Record<string, Growing>;

/** A small plan of one key point with three steps, still a draft. */
export async function yearDraft(by: Client): Promise<YearPlan> {
  const plan = await draftPlan(by, '114年度為民服務計畫');
  const item = await addItem(by, plan, null, words.item);
  const keyPoint = await addItem(by, plan, item, words.keyPoint);
  const ramps = await addItem(by, plan, keyPoint, words.ramps);
  const signs = await addItem(by, plan, keyPoint, words.signs);
  const survey = await addItem(by, plan, keyPoint, words.survey);
  return { plan, items: { item, keyPoint, ramps, signs, survey } };
}

export async function yearPlan(by: Client, state: 'approved' | 'published' = 'approved'): Promise<YearPlan> {
  const { plan, items } = await yearDraft(by);
  return { plan: await (state === 'approved' ? approved : published)(by, plan), items };
}

export async function carried(by: Client, plan: Pick<Plan, 'id'>, more: object = {}): Promise<Plan> {
  const { status, body } = await by.post(`/api/plans/${plan.id}/carryForward`, {
    year: 115,
    title: '115年度為民服務計畫',
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
