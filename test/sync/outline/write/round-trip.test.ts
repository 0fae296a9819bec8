import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../sync/outline/index.ts';
import { planFormats, writePlan } from '../../../../sync/outline/write/index.ts';
import { planDocuments } from './plans.ts';

describe.each(planFormats)('a plan written as .%s', format => {
  it('is read back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(planDocuments, async plan => {
        const back = await readPlan(await writePlan(plan, format), `計畫.${format}`);
        expect(back.plan).toEqual(plan);
      }),
      { numRuns: 30 },
    );
  });
});
