import type { AnswerField } from '../model/index.ts';

/** The columns of a self-check form, in printed order. The first five are the question. */
export const questionFields = ['item', 'keyPoint', 'step', 'unit', 'checkMonths'] as const;
export type QuestionField = (typeof questionFields)[number];
export type ColumnField = QuestionField | AnswerField | 'evidence';

export const columnTitles: Readonly<Record<ColumnField, string>> = {
  item: '執行要項',
  keyPoint: '執行重點',
  step: '執行步驟',
  unit: '執行單位',
  checkMonths: '查核期限',
  result: '檢核結果',
  narrative: '辦理情形',
  evidence: '佐證資料',
  remarks: '備註',
};

export const columnFields = Object.keys(columnTitles) as readonly ColumnField[];

/** Stands above the hidden row ids, followed by the form id: tells the column, and the form of a sheet that was copied away. */
export const idColumnMark = 'guankao:row:';

/** First cell of the hidden sheet that lists what each row asked. */
export const manifestMark = 'guankao:questions:1';

/** First cell of the sheet that lists evidence where a row has more than one. */
export const evidenceSheetTitle = '佐證資料清單';

/** Name of the custom document property that holds the form id. */
export const formIdProperty = 'GuankaoFormId';
