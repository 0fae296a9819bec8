import fc from 'fast-check';
import type { PlanNode } from '../../../../sync/model/index.ts';

/** A plan in three levels, as our generators make it and as it should be read back. */
export interface Branch {
  readonly label: string | null;
  readonly text: string;
  readonly units: readonly string[];
  readonly children: readonly Branch[];
}

const subjects = [
  '臨櫃申辦',
  '電話答詢',
  '借書證件',
  '活動報名',
  '館藏查詢',
  '線上預約',
  '場地租借',
  '志工排班',
  '讀者留言',
  '到館動線',
];
const verbs = ['檢視', '公告', '更新', '簡化', '整理', '追蹤', '盤點', '推廣', '修訂', '彙整'];
const objects = [
  '作業流程',
  '表單欄位',
  '服務時程',
  '處理情形',
  '雙語標示',
  '意見回饋',
  '無障礙設施',
  '分眾服務',
  '統計數據',
  '教育訓練',
];
const ends = [
  '並公布於入口網站',
  '供民眾隨時查閱',
  '使等候時間縮短',
  '由專人於當日回覆',
  '每半年檢討一次',
  '列入會議追蹤管考',
];
export const unitNames = ['各課室', '閱覽課', '推廣課', '行政室', '資訊室'] as const;

const pick = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);
const clause = fc.tuple(pick(subjects), pick(verbs), pick(objects)).map(parts => parts.join(''));
const sentence = fc.tuple(clause, clause, pick(ends)).map(([a, b, end]) => `${a}，${b}，${end}。`);
const title = fc
  .tuple(pick(verbs), pick(objects), pick(verbs), pick(subjects))
  .map(([a, b, c, d]) => `${a}${b}，${c}${d}`);

const han = '一二三四五六七八九';
const labelled = (branches: readonly Branch[], label: (n: number) => string): readonly Branch[] =>
  branches.map((branch, i) => ({ ...branch, label: label(i + 1) }));

const step: fc.Arbitrary<Branch> = fc
  .record({ text: sentence, unit: pick(unitNames) })
  .map(({ text, unit }) => ({ label: null, text, units: [unit], children: [] }));
const keyPoint: fc.Arbitrary<Branch> = fc
  .record({ text: sentence, steps: fc.array(step, { minLength: 1, maxLength: 3 }) })
  .map(({ text, steps }) => ({
    label: null,
    text,
    units: [],
    children: steps.length === 1 ? steps : labelled(steps, n => `${n}`),
  }));
const item: fc.Arbitrary<Branch> = fc
  .record({ text: title, keyPoints: fc.array(keyPoint, { minLength: 1, maxLength: 3 }) })
  .map(({ text, keyPoints }) => ({
    label: null,
    text,
    units: [],
    children: labelled(keyPoints, n => `(${han.charAt(n - 1)})`),
  }));

/** Plans whose items and key points are numbered, and whose steps are where there is more than one. */
export const plans: fc.Arbitrary<readonly Branch[]> = fc
  .array(item, { minLength: 2, maxLength: 4 })
  .map(items => labelled(items, n => han.charAt(n - 1)));

/** A node with its mark as agencies print it. */
export function marked({ label, text }: Branch): string {
  if (label === null) return text;
  return /^\d/.test(label) ? `${label}.${text}` : label.startsWith('(') ? `${label}${text}` : `${label}、${text}`;
}

export const headers = ['執行要項', '執行重點', '執行步驟', '執行單位'] as const;
export const before = '市立中山圖書館114年度提升服務執行計畫\n壹、計畫依據\n市政府提升服務實施計畫。\n貳、計畫內容\n';
export const after = '參、其他\n本計畫如有未盡事宜，得隨時修正之。\n';

/** The rows of the table: what begins beside each step. */
export function rowsOf(items: readonly Branch[]): readonly (readonly [string, string, string, string])[] {
  return items.flatMap(item =>
    item.children.flatMap((key, k) =>
      key.children.map((step, s) => {
        const begins = s === 0;
        const row: [string, string, string, string] = [
          begins && k === 0 ? marked(item) : '',
          begins ? marked(key) : '',
          marked(step),
          step.units.join('、'),
        ];
        return row;
      }),
    ),
  );
}

/** Lines as typesetters break them: a full stop or a comma never begins one but hangs over the edge. */
export const wrap = (text: string, width: number): readonly string[] =>
  text.match(new RegExp(`.{1,${width}}[，。、]?`, 'gu')) ?? [];

/** What was read, as far as it is compared: blanks within texts tell nothing. */
export const branchOf = ({ label, text, units, children }: PlanNode): Branch => ({
  label,
  text: text.replace(/\s/g, ''),
  units,
  children: children.map(branchOf),
});
