import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../sync/outline/index.ts';
import { misread } from './misread.ts';
import { variants } from './variants.ts';

/** Columns of single marks side by side, and no line between them: what cannot be told apart is said. */
const hard: ReadonlySet<string> = new Set(['months as columns (without lines pdf)']);

describe('plans that nobody wrote a rule for', () => {
  it.each(variants)('are read as they are: $name', async ({ name, fileName, truth, make }) => {
    const { plan, issues } = await readPlan(make(), fileName);
    const { wrong, silent, lost } = misread(truth, plan?.items ?? [], issues);
    if (hard.has(name)) expect(silent.length === 0 || issues.some(({ code }) => code === 'column_unread')).toBe(true);
    else expect({ wrong, lost }).toEqual({ wrong: [], lost: [] });
    expect(plan).toMatchObject({ year: 114, agency: '林泉市雲谷區公所' });
  });
});
