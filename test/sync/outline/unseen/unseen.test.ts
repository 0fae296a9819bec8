import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../sync/outline/index.ts';
import { toDocx, toOdt, toTabs, toXlsx } from '../held-out/render.ts';
import { tellPlan } from './compare.ts';
import { officeTables } from './office-tables.ts';
import type { Written } from './paper.ts';
import { printPdf } from './print.ts';

import { prosePlans } from './prose.ts';
import { tablePlans } from './tables.ts';

const plans = [...tablePlans, ...officeTables, ...prosePlans];

type Make = (plan: Written) => Uint8Array;
const formats: Readonly<Record<string, Make>> = {
  'a.docx': ({ blocks }) => toDocx(blocks),
  'a.odt': ({ blocks }) => toOdt(blocks),
  'a.xlsx': ({ blocks }) => toXlsx(blocks),
  'ruled.pdf': plan => printPdf(plan, 'lines'),
  'unruled.pdf': plan => printPdf(plan, 'none'),
  'tabs.txt': ({ blocks }) => toTabs(blocks),
};

async function readAs(file: string, bytes: Uint8Array): Promise<readonly string[]> {
  return tellPlan((await readPlan(bytes, file)).plan);
}

describe.each(Object.entries(formats))('plans as agencies write them, as %s', (file, make) => {
  it.each(plans)('$name', async plan => {
    expect(await readAs(file, make(plan))).toEqual(tellPlan(plan.truth));
  });
});

describe('plans printed with their words where they stood on paper', () => {
  it.each([
    ['land', 'a land office with two tables and annexes'],
    ['school', 'a school without a table'],
    ['town', 'a town office with units on lines of their own'],
    ['district', 'a district office with six levels and 推動小組編組表'],
    ['library', 'a library with bare headings'],
  ])('%s', async (file, name) => {
    const bytes = readFileSync(new URL(`printed/${file}.txt`, import.meta.url));
    expect(await readAs('printed.txt', bytes)).toEqual(tellPlan(plans.find(plan => plan.name === name)!.truth));
  });
});
