import { describe, expect, it } from 'vitest';
import { lines, onlySheet, type Value } from './books.ts';

const texts = ['設置櫃檯', '訂定輪值', '檢討流程', '公告周知'];
const labels = async (steps: readonly Value[], numbers?: readonly Value[]): Promise<readonly string[]> => {
  const sheet = await onlySheet({
    rows: [
      ['項次', '執行要項', '執行步驟', '主辦單位', '檢核結果', '辦理情形'],
      ...steps.map((step, i): readonly Value[] => [numbers?.[i] ?? null, '便民服務', step, '民政課', null, null]),
    ],
  });
  return lines(sheet.rows).map(line => line.replace(/^\d+ /, ''));
};
const each = (marks: readonly string[]): readonly string[] => texts.map((text, i) => `${marks[i]}${text}`);
const known = (marks: readonly string[]): readonly string[] => texts.map((text, i) => `${marks[i]} ${text}`);

describe('the numbers of steps', () => {
  it.each([
    ['beyond ninety-nine', ['98.', '99.', '100.', '101.'], ['98', '99', '100', '101']],
    ['beyond ninety-nine with commas', ['99、', '100、', '101、', '102、'], ['99', '100', '101', '102']],
    ['of two levels close to the text', ['1-1', '1-2', '2-1', '2-2'], ['1-1', '1-2', '2-1', '2-2']],
    ['of two levels with dots', ['1.1', '1.2', '1.3', '1.10'], ['1.1', '1.2', '1.3', '1.10']],
    ['of three levels', ['1.1.1', '1.1.2', '1.2.1', '2.1.1'], ['1.1.1', '1.1.2', '1.2.1', '2.1.1']],
    [
      'of three levels with a dot behind',
      ['1.1.1.', '1.1.2.', '1.1.3.', '1.1.4.'],
      ['1.1.1', '1.1.2', '1.1.3', '1.1.4'],
    ],
  ])('may go %s', async (_, printed, expected) => {
    expect(await labels(each(printed))).toEqual(known(expected));
  });

  it.each<readonly [string, readonly Value[], readonly string[]]>([
    ['as text', ['1-1', '1-2', '2-1', '2-2'], ['1-1', '1-2', '2-1', '2-2']],
    ['as text of three levels', ['1.1.1', '1.1.2', '1.2.1', '2.1.1'], ['1.1.1', '1.1.2', '1.2.1', '2.1.1']],
    ['as numbers with a fraction', [1.1, 1.2, 2.1, 2.2], ['1.1', '1.2', '2.1', '2.2']],
  ])('may stand in a column of their own, %s', async (_, numbers, expected) => {
    expect(await labels(texts, numbers)).toEqual(known(expected));
  });

  it('are none where a text merely begins with a measure, a day or a year', async () => {
    const steps = ['2-3場說明會', '1.5公里步道整修', '114.06.30前完成', '99.12.31 前檢討'];
    expect(await labels(steps)).toEqual(steps.map(step => `- ${step}`));
  });
});
