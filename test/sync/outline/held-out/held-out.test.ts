import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../sync/outline/index.ts';
import { misread } from './misread.ts';
import { variants } from './variants.ts';

describe('plans that nobody wrote a rule for', () => {
  it.each(variants)('are read as they are: $name', async ({ fileName, truth, make }) => {
    const { plan, issues } = await readPlan(make(), fileName);
    const { wrong, lost } = misread(truth, plan?.items ?? [], issues);
    expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
    expect(plan).toMatchObject({ year: 114, agency: '林泉市雲谷區公所' });
  });
});
