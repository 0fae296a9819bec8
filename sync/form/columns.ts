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

/** Other titles that agencies and bureaus give the same columns. */
const synonyms: Readonly<Record<ColumnField, readonly string[]>> = {
  item: ['實施要項', '工作要項', '工作要領', '執行策略'],
  keyPoint: ['工作重點', '執行方法'],
  step: ['工作方法', '具體作法', '具體做法'],
  unit: ['業務單位', '主辦單位', '主(協)辦單位', '主(協)辦'],
  checkMonths: ['期程', '預定完成日', '預定完成日期', '辦理期限'],
  result: ['自評結果', '執行情形'],
  narrative: ['執行成果', '推動執行情形', '執行說明'],
  evidence: ['附件', '證明文件'],
  remarks: ['備考', '備言'],
};

const plain = (title: string): string => title.normalize('NFKC').replace(/\s/g, '');
const withoutNote = (title: string): string => title.replace(/\([^()]*\)$/, '').replace(/[*:※]/g, '');

const byTitle = new Map(
  columnFields.flatMap(field => [columnTitles[field], ...synonyms[field]].map(title => [plain(title), field] as const)),
);

/** The column that a title names, in any width and spacing and with or without a note in brackets, or null. */
export const fieldOfTitle = (title: string): ColumnField | null =>
  byTitle.get(plain(title)) ?? byTitle.get(withoutNote(plain(title))) ?? null;

/** Stands above the hidden row ids, followed by the form id: tells the column, and the form of a sheet that was copied away. */
export const idColumnMark = 'guankao:row:';

/** First cell of the hidden sheet that lists what each row asked. */
export const manifestMark = 'guankao:questions:1';

/** First cell of the sheet that lists evidence where a row has more than one. */
export const evidenceSheetTitle = '佐證資料清單';

/** Name of the custom document property that holds the form id. */
export const formIdProperty = 'GuankaoFormId';
