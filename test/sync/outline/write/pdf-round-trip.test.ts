import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanNode } from '../../../../sync/model/index.ts';
import { readPlan } from '../../../../sync/outline/index.ts';
import { writePlanPdf } from '../../../../sync/outline/write/index.ts';
import { findSoffice } from '../../../../sync/sheet/libreoffice/index.ts';
import { nodeOf } from '../../../support/plan-node.ts';
import { planDocuments } from './plans.ts';
import { samplePlan } from './samples.ts';

/** A line that ends before a Latin word or behind one does not tell whether a blank stood there. */
const told = (nodes: readonly PlanNode[]): unknown =>
  nodes.map(({ text, children, ...said }) => ({ ...said, text: text.replace(/\s/g, ''), children: told(children) }));

const longest = (nodes: readonly PlanNode[]): number =>
  Math.max(0, ...nodes.map(({ text, children }) => Math.max(text.length, longest(children))));
const count = (nodes: readonly PlanNode[]): number => nodes.reduce((sum, { children }) => sum + 1 + count(children), 0);

/** What stands on one page: a merged cell that the end of a page tears is printed in part on either. */
const short = planDocuments.filter(({ items }) => longest(items) < 60 && count(items) <= 8);

describe.skipIf(findSoffice() === null)('a plan printed as .pdf', () => {
  it('is read back as it was', { timeout: 120_000 }, async () => {
    const written = await writePlanPdf(samplePlan, '計畫.pdf');
    if (!written.ok) throw new Error(written.issue.message);
    expect((await readPlan(written.bytes, '計畫.pdf')).plan).toEqual(samplePlan);
  });

  it('keeps a text that is merged over short rows within its cell', { timeout: 120_000 }, async () => {
    const item = nodeOf('一', '提供民眾諮詢服務，'.repeat(8), {
      children: [1, 2].map(n => nodeOf(`(${n})`, '設置諮詢服務窗口', { units: ['民政課'] })),
    });
    const written = await writePlanPdf({ ...samplePlan, items: [item] }, '計畫.pdf');
    if (!written.ok) throw new Error(written.issue.message);
    const [back] = (await readPlan(written.bytes, '計畫.pdf')).plan?.items ?? [];
    expect(back?.text).toBe(item.text);
  });

  it('is read back whatever it says, on a page', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(short, async plan => {
        const written = await writePlanPdf(plan, '計畫.pdf');
        if (!written.ok) throw new Error(written.issue.message);
        const back = (await readPlan(written.bytes, '計畫.pdf')).plan;
        expect(told(back?.items ?? [])).toEqual(told(plan.items));
      }),
      // The same plans everywhere, since fonts and so the ends of lines differ between machines.
      { numRuns: 3, seed: 42 },
    );
  });
});
