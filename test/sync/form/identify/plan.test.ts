import { expect, test } from 'vitest';
import { askedRows, formLikeness, matchPlan, type PlanStep } from '../../../../sync/form/identify/index.ts';
import type { ProfileRow } from '../../../../sync/model/index.ts';
import { profileOf } from './sheets.ts';

const marked = (label: string | null, text: string) => ({ label, text });
const step = (id: string, keyPoint: string, text: string, more: Partial<PlanStep> = {}): PlanStep => ({
  id,
  path: [marked('一', '健全服務基礎'), marked('(一)', keyPoint), marked('1', text)],
  units: [],
  checkMonths: [],
  ...more,
});
const row = (at: number, keyPoint: string, text: string, more: Partial<ProfileRow> = {}): ProfileRow => ({
  row: at,
  label: null,
  text,
  units: [],
  checkMonths: [],
  item: marked('一', '健全服務基礎'),
  keyPoint: marked('(一)', keyPoint),
  cells: {},
  ...more,
});
const placed = (rows: readonly ProfileRow[], steps: readonly PlanStep[]) =>
  matchPlan(askedRows(profileOf(rows)), steps).map(({ row: at, id, duplicate }) => [at, id, duplicate]);

test('rows of a form find their steps, by key point where titles repeat', () => {
  const steps = [
    step('a', '流程', '辦理檢討會議'),
    step('b', '訓練', '辦理檢討會議'),
    step('c', '訓練', '設置引導志工'),
  ];
  const rows = [row(5, '訓練', '設置引導志工。'), row(6, '流程', '辦理檢討會議'), row(7, '訓練', '辦理檢討會議')];
  const looked = askedRows(profileOf(rows)).map(each => ({ ...each, keyPoint: { ...each.keyPoint, own: true } }));
  expect(matchPlan(looked, steps).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('a step is found whether the form prints its sub-steps or not', () => {
  const subSteps = [marked('(1)', '上半年一場'), marked('(2)', '下半年一場')];
  const steps = [
    step('a', '流程', '召開跨課室檢討會議', { subSteps }),
    step('b', '流程', '公布辦理情形於網站', { subSteps }),
  ];
  expect(
    placed([row(5, '流程', '召開跨課室檢討會議'), row(6, '流程', '公布辦理情形於網站', { subSteps })], steps),
  ).toEqual([
    [5, 'a', false],
    [6, 'b', false],
  ]);
});

test('several rows may ask for one step, one for each unit', () => {
  const steps = [step('a', '流程', '盤點並改善服務設施', { units: ['民政課', '社會課'] })];
  expect(
    placed(
      [
        row(5, '流程', '盤點並改善服務設施', { units: ['民政課'] }),
        row(6, '流程', '盤點並改善服務設施', { units: ['社會課'] }),
      ],
      steps,
    ),
  ).toEqual([
    [5, 'a', false],
    [6, 'a', true],
  ]);
});

test('a row of no step stays without, and names what comes near', () => {
  const steps = [step('a', '流程', '盤點並改善服務設施')];
  const [added, near] = matchPlan(
    askedRows(profileOf([row(5, '其他', '舉辦鄰里聯誼活動'), row(6, '流程', '盤點並汰換老舊設施')])),
    steps,
  );
  expect(added).toMatchObject({ id: null, candidates: [] });
  expect(near).toMatchObject({ id: null, candidates: [{ id: 'a' }] });
});

test('a form is more like the one it was than like another', () => {
  const form = [row(5, '流程', '盤點並改善服務設施'), row(6, '流程', '召開跨課室檢討會議')];
  const other = [row(5, '訓練', '舉辦新進同仁講習'), row(6, '流程', '召開跨課室檢討會議')];
  const rows = (list: readonly ProfileRow[]) => askedRows(profileOf(list));
  expect(formLikeness(rows(form), rows(form))).toBe(1);
  expect(formLikeness(rows(form), rows(other))).toBe(0.5);
});
