import type { FormField, Locale, MergedField } from '../model/index.ts';
import { say, type Words, words } from './words.ts';

/** What people call the fields of a form. */
export const fieldWords: Readonly<Record<FormField | MergedField, Words>> = {
  number: words('編號', 'number'),
  item: words('執行要項', 'item'),
  keyPoint: words('執行重點', 'key point'),
  step: words('執行步驟', 'step'),
  units: words('執行單位', 'units'),
  checkMonths: words('查核月份', 'check months'),
  result: words('檢核結果', 'result'),
  narrative: words('辦理情形', 'narrative'),
  history: words('前次辦理情形', 'earlier narratives'),
  evidence: words('佐證資料', 'evidence'),
  selfScore: words('自評', 'own score'),
  firstScore: words('初核', 'first score'),
  secondScore: words('複核', 'second score'),
  remarks: words('備註', 'remarks'),
  finding: words('缺失', 'finding'),
  action: words('改善措施', 'action'),
  plannedDate: words('預定完成日', 'planned date'),
  actualDate: words('實際完成日', 'actual date'),
};

/** What people call a field; one that is not known is called by its own name. */
export const fieldName = (field: string, locale: Locale): string =>
  field in fieldWords ? say(fieldWords[field as FormField], locale) : field;
