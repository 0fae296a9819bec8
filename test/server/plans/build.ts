import { expect } from 'vitest';
import type { Plan, PlanItem } from '../../../sync/model/index.ts';
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

export async function closed(by: Client, plan: Plan): Promise<Plan> {
  const { version } = await published(by, plan);
  return (await by.post(`/api/plans/${plan.id}/close`, { version })).body;
}
