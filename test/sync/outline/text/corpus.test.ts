import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { PlanDocument, PlanNode } from '../../../../sync/model/index.ts';
import { readPlan } from '../../../../sync/outline/index.ts';

const corpus = process.env.CORPUS_DIR;

async function planOf(name: string): Promise<PlanDocument> {
  const reading = await readPlan(readFileSync(join(corpus!, 'plans', `${name}.txt`)), `${name}.txt`);
  if (!reading.plan) throw new Error(reading.issues[0]!.message);
  return reading.plan;
}

/** How many nodes stand at each depth. */
function depths(nodes: readonly PlanNode[], depth = 0, counts: number[] = []): readonly number[] {
  for (const node of nodes) {
    counts[depth] = (counts[depth] ?? 0) + 1;
    depths(node.children, depth + 1, counts);
  }
  return counts;
}

const stepsOf = (plan: PlanDocument): readonly PlanNode[] =>
  plan.items.flatMap(item => item.children.flatMap(keyPoint => keyPoint.children));

describe.runIf(corpus)('real plans as extracted text', () => {
  it.each(['yancheng', 'daliao', 'shanshang'])('%s is read without a mistake', async name => {
    const { score } = (await import(pathToFileURL(join(corpus!, 'score.mjs')).href)) as {
      score: (want: unknown, got: unknown) => Record<string, number>;
    };
    const expected: unknown = JSON.parse(readFileSync(join(corpus!, 'plans', `${name}.expected.json`), 'utf8'));
    const figures = score(expected, await planOf(name));
    process.stdout.write(`${name}.txt: ${JSON.stringify(figures)}\n`);
    for (const key of ['f1', 'units', 'checkMonths', 'cadence', 'header', 'basis', 'goals', 'reviews', 'taskForce']) {
      expect(figures[key], key).toBeGreaterThanOrEqual(0.98);
    }
  });

  it('a plan of six levels gives all of them, every unit, and its members', async () => {
    const plan = await planOf('sanmin');
    expect(depths(plan.items)).toEqual([7, 23, 57, 62, 2, 8]);
    expect(plan.taskForce.map(({ member }) => member)).toContain('役政災防課課長');
    expect(plan.taskForce).toHaveLength(9);
    const units = new Set(stepsOf(plan).flatMap(step => step.units));
    expect([...units].sort()).toEqual(['各課室', '役政災防課', '民政課', '社會課', '秘書室', '經建課'].sort());
  });

  it('a badly damaged plan gives all items, key points and steps, and all months but those that are lost', async () => {
    const plan = await planOf('gongwu');
    expect(depths(plan.items)).toEqual([5, 24, 49]);
    const printed = (month: number): number =>
      stepsOf(plan).filter(({ checkMonths }) => checkMonths.length === 1 && checkMonths[0] === month).length;
    const both = stepsOf(plan).filter(({ checkMonths }) => `${checkMonths}` === '6,12').length;
    expect({ both, april: printed(4), june: printed(6), december: printed(12) }).toEqual({
      both: 42,
      april: 1,
      june: 1,
      december: 4,
    });
  });
});
