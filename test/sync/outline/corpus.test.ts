import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { planReading } from '../../../sync/model/index.ts';
import { readPlanTable } from '../../../sync/outline/index.ts';
import { readWorkbook } from '../../../sync/sheet/index.ts';

const corpus = process.env.CORPUS_DIR;

interface Score {
  readonly nodes: number;
  readonly f1: number;
  readonly units: number;
  readonly checkMonths: number;
  readonly cadence: number;
}

describe.runIf(corpus)('real plan tables', () => {
  it.each(['daliao', 'yancheng'])('%s is read without a mistake', async name => {
    const { score } = (await import(pathToFileURL(join(corpus!, 'score.mjs')).href)) as {
      score: (want: unknown, got: unknown) => Score;
    };
    const plans = join(corpus!, 'plans');
    const result = readWorkbook(readFileSync(join(plans, `${name}.xlsx`)), `${name}.xlsx`);
    if (!result.ok) throw new Error(result.issue.message);
    const { reading } = readPlanTable(result.workbook, `${name}.xlsx`);
    const expected = JSON.parse(readFileSync(join(plans, `${name}.expected.json`), 'utf8')) as Record<string, unknown>;
    const figures = score(expected, { ...reading, agency: reading.agencyName });
    process.stdout.write(`${name}: ${JSON.stringify(figures)}, ${reading.issues.length} issues\n`);
    expect(figures).toMatchObject({ f1: 1, units: 1, checkMonths: 1, cadence: 1 });
    expect(reading).toMatchObject({ title: expected.title, agencyName: expected.agency, year: expected.year });
    planReading.parse({ ...reading, sha256: '' });
  });

  it('are told from workbooks that hold no plan', () => {
    const folder = join(corpus!, 'workbooks');
    for (const name of readdirSync(folder)) {
      const result = readWorkbook(readFileSync(join(folder, name)), name);
      if (!result.ok) continue;
      const { reading } = readPlanTable(result.workbook, name);
      expect(reading.items).toEqual([]);
      expect(reading.issues.map(({ code }) => code)).toEqual(['table_not_found']);
    }
  });
});
