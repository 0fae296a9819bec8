import { expect } from 'vitest';
import type { Plan, PlanDocument, PlanNode } from '../../../sync/model/index.ts';
import type { Client } from '../../support/client.ts';
import { nodeOf as node } from '../../support/plan-node.ts';
import { sampleSections } from '../plans/build.ts';

/** A small plan of every level, with what a hostile hand might put in. */
export const sampleItems: readonly PlanNode[] = [
  node('一', '便捷服務遞送', {
    children: [
      node('(一)', '縮短民眾等候時間', {
        children: [
          node('1', '每月統計等候人數 & 公告 <處理時間>。', {
            units: ['民政課', '社會課'],
            checkMonths: [6, 12],
            cadence: ['每月'],
            remarks: '=HYPERLINK("http://example.org")',
            children: [node('(1)', '高峰時段增設窗口。')],
          }),
        ],
      }),
    ],
  }),
  node(null, '「訂定計畫」', { children: [node(null, '依據上級計畫。')] }),
];

export const sampleTitle = '青田區公所114年度提升服務執行計畫';

interface Publishing {
  readonly title?: string;
  readonly membersPublic?: boolean;
  readonly items?: readonly PlanNode[];
}

/** A plan from its import to its publication, as the secretariat brings it there. */
export async function publish(by: Client, given: Publishing = {}): Promise<Plan & { readonly publicId: string }> {
  const { title = sampleTitle, membersPublic, items = sampleItems } = given;
  const draft = await by.post('/api/plans/import', {
    year: 114,
    title,
    sections: sampleSections,
    documentDate: '2025-01-15',
    documentNumber: '青秘字第1140001234號',
    items,
  });
  expect(draft.status, JSON.stringify(draft.body)).toBe(201);
  const { id } = draft.body;
  const { version } = (await by.post(`/api/plans/${id}/approve`, { version: 1 })).body;
  const body = { version, ...(membersPublic === undefined ? {} : { membersPublic }) };
  const published = await by.post(`/api/plans/${id}/publish`, body);
  expect(published.status, JSON.stringify(published.body)).toBe(200);
  return published.body;
}

/** The document that is published of the sample. */
export const sampleDocument = (agency: string): PlanDocument => ({
  title: sampleTitle,
  agency,
  year: 114,
  document: { date: '2025-01-15', number: '青秘字第1140001234號' },
  ...sampleSections,
  items: [...sampleItems],
});

export const pageOf = ({ publicId }: Pick<Plan, 'publicId'>): string => `/public/plans/${publicId}`;
