import { expect } from 'vitest';
import type { Plan, PlanItem, PlanSections } from '../../../sync/model/index.ts';
import type { Client } from '../../support/client.ts';

/** A draft plan, as the secretariat makes it. */
export async function draftPlan(by: Client, title = '一一四年度為民服務計畫'): Promise<Plan> {
  const { status, body } = await by.post('/api/plans', { year: 114, title });
  expect(status).toBe(201);
  return body;
}

export type Growing = Partial<Pick<PlanItem, 'label' | 'text' | 'units' | 'checkMonths'>> & { readonly index?: number };

/** Adds a node to a draft plan. */
export async function addItem(
  by: Client,
  plan: Pick<Plan, 'id'>,
  parent: Pick<PlanItem, 'id'> | null,
  content: Growing = {},
): Promise<PlanItem> {
  const { status, body } = await by.post('/api/planItems', {
    planId: plan.id,
    parentId: parent?.id ?? null,
    text: '一個項目',
    ...content,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

export async function itemsOf(by: Client, plan: Pick<Plan, 'id'>): Promise<readonly PlanItem[]> {
  return (await by.get(`/api/planItems?planId=${plan.id}&_sort=depth,position&_end=5000`)).body;
}

/** Takes a plan from draft to a later state. */
export async function approved(by: Client, plan: Plan): Promise<Plan> {
  const { status, body } = await by.post(`/api/plans/${plan.id}/approve`, { version: plan.version });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

export async function published(by: Client, plan: Plan): Promise<Plan> {
  const { version } = await approved(by, plan);
  return (await by.post(`/api/plans/${plan.id}/publish`, { version })).body;
}

export async function unpublished(by: Client, plan: Plan): Promise<Plan> {
  const { status, body } = await by.post(`/api/plans/${plan.id}/unpublish`, {
    version: plan.version,
    reason: '附表有誤，更正後再公布',
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

/** What a plan may say around its table; nobody in it is real. */
export const sampleSections: PlanSections = {
  basis: ['清川市政府提升服務品質實施計畫。', '本所一百一十四年度施政重點。'],
  goals: ['縮短民眾等候時間。'],
  scope: '本所各課室全體同仁。',
  reviews: [
    {
      kind: 'annual',
      text: '年度查核：於次年1月提送年度執行成果。',
      months: [1],
      nextYear: true,
      submitTo: ['民政局', '研考會'],
      forms: ['年度執行成果表'],
    },
  ],
  taskForce: [
    { title: '召集人', member: '區長何知遠', duty: '綜理推動事宜', remarks: '分機一〇一何區長' },
    { title: '委員', member: '民政課課長蘇映月', duty: '督導民政業務', remarks: '' },
  ],
  closing: '本計畫奉核定後實施，修正時亦同。',
};

export async function closed(by: Client, plan: Plan): Promise<Plan> {
  const { version } = await published(by, plan);
  return (await by.post(`/api/plans/${plan.id}/close`, { version })).body;
}
