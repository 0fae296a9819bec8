import { formatRocDate, type Locale, results, resultWords } from '../../model/index.ts';

const english = { done: 'done', ongoing: 'ongoing', notDone: 'not done', notApplicable: 'not applicable' } as const;

/** Results in the order in which people read them, with what they are called. */
export const resultTitles = (locale: Locale): readonly (readonly [string, string])[] =>
  results.map(result => [result, locale === 'en' ? english[result] : resultWords[result]]);

const zh = {
  summary: '摘要',
  byItem: '依項目',
  byAgency: '依機關',
  raw: '原始資料',
  sources: '來源',
  label: '編號',
  path: '上層項目',
  question: '題目',
  agency: '機關',
  file: '檔案',
  sheet: '工作表',
  row: '列',
  state: '狀態',
  total: '回收數',
  otherResult: '其他',
  blank: '未填',
  sum: '合計',
  number: '序號',
  bureau: '彙整機關：',
  made: '彙整時間：',
  moment: (day: string, time: string) => `${formatRocDate(day)} ${time}`,
  agencies: (count: number) => `受查機關 ${count} 個`,
  comma: '，',
  previous: '上次結果',
  change: '變動',
  since: '與上次比較',
  answers: '填報數',
  changes: { better: '進步', worse: '退步', new: '新增', gone: '未再填', changed: '變更' },
  review: ['初核', '初核意見', '複核', '複核意見'],
  original: (title: string) => `${title}（原文）`,
  accepted: (title: string) => `${title}（採用）`,
  cut: '…〔過長，全文見來源檔〕',
};

const en: typeof zh = {
  summary: 'Summary',
  byItem: 'By item',
  byAgency: 'By agency',
  raw: 'Raw',
  sources: 'Sources',
  label: 'No.',
  path: 'Under',
  question: 'Question',
  agency: 'Agency',
  file: 'File',
  sheet: 'Sheet',
  row: 'Row',
  state: 'State',
  total: 'Returned',
  otherResult: 'other',
  blank: 'blank',
  sum: 'Total',
  number: 'No.',
  bureau: 'Consolidated by: ',
  made: 'Consolidated at: ',
  moment: (day, time) => `${day} ${time} (Taipei)`,
  agencies: count => `${count} agencies asked`,
  comma: ', ',
  previous: 'Last result',
  change: 'Change',
  since: 'Since the last round',
  answers: 'Answers',
  changes: { better: 'better', worse: 'worse', new: 'new', gone: 'gone', changed: 'changed' },
  review: ['First score', 'First remarks', 'Second score', 'Second remarks'],
  original: title => `${title} (original)`,
  accepted: title => `${title} (accepted)`,
  cut: '… [too long; see the source file]',
};

export const headings = (locale: Locale): typeof zh => (locale === 'en' ? en : zh);
