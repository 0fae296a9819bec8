import fc from 'fast-check';
import type { FormBook } from '../../../sync/merge/index.ts';
import { book, type Value } from '../form/profile/books.ts';

/** What somebody filled into one row: result, narrative, evidence, remarks. */
export type Filled = readonly [result: string, narrative: string, evidence: string, remarks: string];

export const nothing: Filled = ['', '', '', ''];
const title = ['執行要項', '執行步驟', '執行單位', '檢核結果', '辦理情形', '佐證資料', '備註'];

/** Item, step, unit; a title comes twice, under other items. */
export const questions = [
  ['健全服務基礎', '1.訂定櫃檯輪值表並公告周知', '民政課'],
  ['健全服務基礎', '2.設置引導志工協助民眾填寫表單', '社會課'],
  ['健全服務基礎', '3.每季召開檢討會議並留存紀錄', '秘書室'],
  ['推廣線上服務', '1.盤點可改為線上申辦的項目', '民政課'],
  ['推廣線上服務', '2.每季召開檢討會議並留存紀錄', '建設課'],
] as const;
export const firstRow = 3;

/** Rows of the form by their place among the questions, in the order of the file; -1 is a row that somebody added. */
export interface Copy {
  readonly order: readonly number[];
  readonly filled: readonly Filled[];
}

export const asIssued = (filled: readonly Filled[]): Copy => ({ order: questions.map((_, i) => i), filled });

export async function formBook(file: string, { order, filled }: Copy): Promise<FormBook> {
  const rows = order.map((i): readonly Value[] =>
    i < 0
      ? ['健全服務基礎', '自行增列之宣導活動', '人事室', '', '辦理一場', '', '']
      : [...questions[i]!, ...filled[i]!],
  );
  const blank = (row: readonly Value[]) => row.map(value => value || null);
  const last = firstRow + rows.length - 1;
  const workbook = await book({
    name: '檢核表',
    rows: [['114年度自行檢核表'], title, ...rows.map(blank)],
    lists: { [`D${firstRow}:D${last}`]: ['已完成', '辦理中', '未辦理', '不適用'] },
    drawn: [`A2:G${last}`],
  });
  return { file, workbook };
}

const anyFilled: fc.Arbitrary<Filled> = fc.tuple(
  fc.constantFrom('', '已完成', '辦理中', '不適用'),
  fc.constantFrom('', '已辦理三場。', '已辦理三場。 ', '辦理完畢，另行補充。'),
  fc.constantFrom('', '簽到表.pdf', '照片.jpg'),
  fc.constantFrom('', '人力不足', '=1+1'),
);
export const anyRows: fc.Arbitrary<readonly Filled[]> = fc.tuple(...questions.map(() => anyFilled));

/** A copy in any order, with rows left out and perhaps one added. */
export const anyCopy: fc.Arbitrary<Copy> = fc.record({
  order: fc
    .tuple(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }), fc.boolean())
    .map(([order, added]) => (added ? [...order, -1] : order)),
  filled: anyRows,
});
