import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlan } from '../../../../sync/outline/index.ts';
import { toDocx, toOdt, toTabs, toXlsx } from '../held-out/render.ts';
import { tellPlan } from './compare.ts';
import { deepProse } from './deep-prose.ts';
import { officeTables } from './office-tables.ts';
import { otherHabits } from './other-habits.ts';
import type { Written } from './paper.ts';
import { printPdf, stamped, turned } from './print.ts';
import { prosePlans } from './prose.ts';
import { serviceTables } from './service-tables.ts';
import { tablePlans } from './tables.ts';
import { wideTables } from './wide-tables.ts';

const plans = [
  ...tablePlans,
  ...wideTables,
  ...officeTables,
  ...serviceTables,
  ...otherHabits,
  ...deepProse,
  ...prosePlans,
];

type Make = (plan: Written) => Uint8Array;
const formats: Readonly<Record<string, Make>> = {
  'a.docx': ({ blocks }) => toDocx(blocks),
  'a.odt': ({ blocks }) => toOdt(blocks),
  'a.xlsx': ({ blocks }) => toXlsx(blocks),
  'ruled.pdf': plan => printPdf(plan, 'lines'),
  'stamped.pdf': plan => printPdf(plan, 'lines', stamped),
  'turned.pdf': plan => printPdf(plan, 'lines', turned),
  'unruled.pdf': plan => printPdf(plan, 'none'),
  'tabs.txt': ({ blocks }) => toTabs(blocks),
};

/** What a format does not tell: whether lines below each other with tabs in them are a table. */
const beyond: Readonly<Record<string, readonly string[]>> = {
  'tabs.txt': ['a housing office with groups of units and a review table'],
};

async function readAs(file: string, bytes: Uint8Array): Promise<readonly string[]> {
  return tellPlan((await readPlan(bytes, file)).plan);
}

describe.each(Object.entries(formats))('plans as agencies write them, as %s', (file, make) => {
  it.each(plans.filter(({ name }) => !beyond[file]?.includes(name)))('$name', async plan => {
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
    ['police', 'a police precinct with 項次'],
    ['health', 'a health bureau with quarters'],
    ['bureau', 'a bureau of the year 102 with 查核期限'],
    ['fire', 'a fire bureau with months as ticked columns'],
    ['registry', 'a household office without numbers'],
    ['culture', 'a culture bureau with items over all columns'],
    ['tax', 'a tax office with units in brackets and a task force'],
    ['household', 'a household office that counts 甲乙丙丁'],
    ['pension', 'a pension office with blanks and marks without dots'],
    ['water', 'a water office whose table goes on without headings'],
    ['transport', 'a transport centre with Latin units and notes'],
    ['harbour', 'a harbour office with compound numbers and indicators'],
    ['farm', 'a farm station with reviews as a table and named members'],
    ['museum', 'a museum with four levels within a cell'],
    ['science', 'a science centre with decimal chapters'],
    ['park', 'a park office with seven levels'],
    ['market', 'a market office with bullets'],
    ['registry-amended', 'a registry that was amended, in full width'],
    ['archive', 'an archive whose units stand in the first column'],
  ])('%s', async (file, name) => {
    const bytes = readFileSync(new URL(`printed/${file}.txt`, import.meta.url));
    expect(await readAs('printed.txt', bytes)).toEqual(tellPlan(plans.find(plan => plan.name === name)!.truth));
  });
});
