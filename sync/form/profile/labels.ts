import { parseRocDate } from '../../model/index.ts';
import { parsePeriod } from './period.ts';

/** What stands in a cell above or below the table that says whose form this is, for when, and when it was filled in. */
export type LabelKind = 'agency' | 'unit' | 'period' | 'date';

const kinds: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'agency',
    /^(?:受檢|受評|受考|受考核|受評鑑|受評估|評估|評鑑|受訪查|被考核|受評核|受稽核|受查|受查核|受督導|填報|填表|填送|提報|主辦|執行|考核|檢核|自評|辦理|陳報|報告|所屬)?(?:機關|單位\(機關\)|機關\(單位\)|機關單位|機關學校|機關\(構\)|學校|公所|機構|agency)(?:\(單位\))?(?:名稱|全銜|別)?$/,
  ],
  [
    'period',
    /^(?:填報|填表|檢核|評核|查核|追蹤|考核|統計|執行|報告|自評|受檢|辦理|資料|受評|稽核|評鑑|評估|檢查|訪查|計畫|評分|列管|適用)?(?:期間|期別|區間|起訖|起迄|期程|年度|時間區間|起訖日期|起迄日期|起訖期間|季別|period)$/,
  ],
  [
    'date',
    /^(?:填報|填表|製表|填寫|查填|檢核|自評|列印|提報|陳報|造表|填送|填列|報告|評核|查核|追蹤)?(?:日期|時間|date)$/,
  ],
  [
    'unit',
    /^(?:受檢|受評|受考核|受稽核|受評估|評估|填報|填表|提報|主辦|執行|業務|承辦|自評|辦理)?(?:單位|課室|科室)(?:名稱|別)?$/,
  ],
];

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s*※]/g, '')
    .toLowerCase();

/** A label and what stands behind it in the same cell; `value` is null where no colon ends the label. */
export interface Label {
  readonly kind: LabelKind;
  readonly value: string | null;
}

/** Reads 受檢機關：… and the like; null when the cell is no such label. */
export function labelOf(text: string): Label | null {
  const [, before, after] = /^([^:：\n]{1,24})[:：]([\s\S]*)$/.exec(text.trim()) ?? [];
  const words = plain(before ?? text);
  if (words.length > 16) return null;
  const shorter = words.replace(/\([^)]*\)/g, '');
  const kind = kinds.find(([, shape]) => shape.test(words) || shape.test(shorter))?.[0];
  return kind ? { kind, value: before === undefined ? null : after!.trim() } : null;
}

export const isLabel = (text: string): boolean => text.length <= 80 && labelOf(text) !== null;

/** Nothing but room to write on: blanks, lines, the marks of a date. */
export const isUnwritten = (text: string): boolean => text.replace(/[\s_＿.．/年月日()（）~～至—–-]/g, '') === '';

const period =
  /^[（(]?(?:中華民國|民國)?\s*\d{2,4}\s*[年./-][\d\s年度上下半第一二三四季月日起至到止~～./（）()-]*[年度季月日止）)]?$/;

/** The cell holds a period of more than one month, and nothing else. */
export const isBarePeriod = (text: string): boolean =>
  text.length <= 40 &&
  /[半季至~～]|年度/.test(text) &&
  period.test(text.normalize('NFKC')) &&
  parseRocDate(text) === null &&
  parsePeriod(text)?.from != null;
