import { expect, it } from 'vitest';
import { readPlan } from '../../../../sync/outline/index.ts';
import { tellPlan } from './compare.ts';
import { dressedSheet, dressedText, dressedTruth, dressedWord } from './dressed.ts';

it.each([
  ['a Word document', dressedWord],
  ['an OpenDocument text', dressedText],
])('is read whatever stands around it: %s', async (_, make) => {
  expect(tellPlan((await readPlan(make(), '計畫')).plan)).toEqual(tellPlan(dressedTruth));
});

it('is read from the third sheet, beside hidden columns', async () => {
  const { plan } = await readPlan(dressedSheet(), '計畫.xlsx');
  const around = { basis: [], goals: [], scope: '', reviews: [], closing: '' };
  expect(tellPlan(plan)).toEqual(tellPlan({ ...dressedTruth, ...around }));
});
