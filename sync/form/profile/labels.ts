import { parseMark, parseRocDate } from '../../model/index.ts';
import { agencyIn } from './agency.ts';
import { parsePeriod } from './period.ts';

/** What stands in a cell above or below the table that says whose form this is, for when, and when it was filled in. */
export type LabelKind = 'agency' | 'unit' | 'period' | 'date';

/** What a form does, as it stands before 機關, 期間 or 日期; 受檢 and 被考核 name the one it is done to. */
const act =
  '(?:檢視|填報|填表|填送|填寫|填列|查填|製表|造表|列印|提報|陳報|報告|主辦|執行|辦理|考核|檢核|評核|查核|稽核|檢查|評鑑|評估|訪查|督導|追蹤|列管|自評|評分|統計|資料|計畫|適用|所屬|業務|承辦)';
const patient = '[受被]\\p{Script=Han}{1,3}';
const label = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'u');

const kinds: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'agency',
    label(
      `(?:${act}|${patient})?(?:機關|單位\\(機關\\)|機關\\(單位\\)|機關單位|機關學校|機關\\(構\\)|學校|公所|機構|agency)(?:\\(單位\\))?(?:名稱|全銜|別)?|${patient}單位(?:名稱|全銜)?|[校館]名`,
    ),
  ],
  [
    'period',
    label(
      `(?:${act}|受\\p{Script=Han})?(?:期間|期別|區間|起訖|起迄|期程|年度|時間區間|起[訖迄]日期|起[訖迄]期間|季別|period)`,
    ),
  ],
  ['date', label(`${act}?(?:日期|時間|date)`)],
  ['unit', label(`${act}?(?:單位|課室|科室)(?:名稱|別)?`)],
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

/** Reads 受檢機關：… and the like, numbered or not; null when the cell is no such label. */
export function labelOf(text: string): Label | null {
  const own = labelIn(text.trim());
  if (own) return own;
  const mark = parseMark(text);
  const numbered = mark ? labelIn(mark.rest.trim()) : null;
  return numbered && isMeant(numbered) ? numbered : null;
}

function labelIn(text: string): Label | null {
  const [, before, after] = /^([^:：\n]{1,24})[:：]([\s\S]*)$/.exec(text) ?? [];
  const words = plain(before ?? text);
  if (words.length > 16) return null;
  const shorter = words.replace(/\([^()]*\)/g, '');
  const kind = kinds.find(([, shape]) => shape.test(words) || shape.test(shorter))?.[0];
  return kind ? { kind, value: before === undefined ? null : after!.trim() } : null;
}

/** Behind the label stands what it names, or room for it; a numbered line may also explain how to fill the form in. */
export function isMeant({ kind, value }: Label): boolean {
  if (value === null || isUnwritten(value)) return true;
  if (kind === 'period') return parsePeriod(value)?.from != null;
  return kind === 'date' ? parseRocDate(value) !== null : agencyIn(value) !== null;
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
