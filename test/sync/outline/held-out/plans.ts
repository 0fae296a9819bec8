import type { PlanNode } from '../../../../sync/model/index.ts';
import { nodeOf } from '../../../support/plan-node.ts';
import { type Dice, diceOf } from './seeds.ts';

const titles = [
  '整備友善的洽公場所',
  '縮短申辦的等候時間',
  '拓展線上申請的項目',
  '主動通報與到府協助',
  '公開施政的資訊',
  '傾聽並回應來客的聲音',
];
const points = [
  '盤點櫃檯配置，改善動線與標示。',
  '修訂作業手冊，使各櫃檯說法一致。',
  '辦理新進同仁的職前講習，並以抽測驗收',
  '蒐集來客建議，於業務會報中追蹤回應情形。',
  '整合跨科室的案件，改由一處受理',
  '結合里辦公處，宣導可以線上申請的項目。',
  '檢視網頁內容的正確性',
];
const starts = ['彙編', '每季檢討', '重新設計', '試辦', '定期抽查', '公布', '建置', '逐案列管', '汰換', '擴充'];
const things = [
  '叫號系統的分流設定',
  '雙語指引牌',
  '常見問答集',
  '志工輪值表',
  '申請書表的填寫範例',
  '來電轉接紀錄',
  '愛心鈴與輪椅借用',
  '網路預約的時段',
  '滿意度問卷',
  '案件辦理時限',
];
const ends = [
  '，並於月會中說明成效。',
  '，以減少民眾往返的次數。',
  '，供各櫃檯參考使用。',
  '',
  '。',
  '，所需經費由年度預算支應；不足時另行簽報。',
  '，對長者與行動不便者優先服務。',
];
const subs = ['訂定作業說明', '指派專人聯繫', '完成後拍照存查', '彙整結果簽陳首長'];
export const unitNames = ['民政課', '社會課', '農經課', '人文課', '秘書室', '人事室', '會計室', '役政災防課'] as const;

/** What a plan is made of: how many levels its tree has, and what is said beside its steps. */
export interface Content {
  readonly levels: 2 | 3;
  readonly months: boolean;
  readonly remarks: boolean;
  readonly subSteps: boolean;
}

export type Numbering = readonly [item: string, keyPoint: string, step: string];

const han = '一二三四五六七八九十';
const formal = '壹貳參肆伍陸柒捌玖拾';
const stems = '甲乙丙丁戊己庚辛壬癸';
/** A mark as it is printed, and the label that it is read as. */
export const marks: Readonly<Record<string, (n: number) => { readonly printed: string; readonly label: string }>> = {
  '一、': n => ({ printed: `${han[n]}、`, label: han[n]! }),
  '(一)': n => ({ printed: `(${han[n]})`, label: `(${han[n]})` }),
  '（一）': n => ({ printed: `（${han[n]}）`, label: `(${han[n]})` }),
  '壹、': n => ({ printed: `${formal[n]}、`, label: formal[n]! }),
  '甲、': n => ({ printed: `${stems[n]}、`, label: stems[n]! }),
  '1.': n => ({ printed: `${n + 1}.`, label: `${n + 1}` }),
  '1、': n => ({ printed: `${n + 1}、`, label: `${n + 1}` }),
  '１、': n => ({ printed: `${String.fromCharCode(0xff11 + n)}、`, label: `${n + 1}` }),
  '(1)': n => ({ printed: `(${n + 1})`, label: `(${n + 1})` }),
};
export type MarkName = string;

const unitsOf = (dice: Dice): readonly string[] => {
  if (dice.roll(5) === 0) return ['各課室'];
  const first = dice.pick(unitNames);
  const second = dice.pick(unitNames);
  return dice.roll(3) === 0 && second !== first ? [first, second] : [first];
};

/** A plan of its own for every seed, as it should be read. */
export function planOf(seed: number, content: Content, numbering: readonly MarkName[]): readonly PlanNode[] {
  const dice = diceOf(seed);
  const label = (level: number, n: number): string => marks[numbering[level]!]!(n).label;
  const step = (level: number, n: number, alone: boolean): PlanNode =>
    nodeOf(alone ? null : label(level, n), `${dice.pick(starts)}${dice.pick(things)}${dice.pick(ends)}`, {
      units: [...unitsOf(dice)],
      checkMonths: content.months ? [...dice.pick([[6], [12], [6, 12], [3, 9]])] : [],
      remarks: content.remarks && dice.roll(3) === 0 ? dice.pick(['配合預算', '持續辦理', '新增']) : '',
      children:
        content.subSteps && !alone && dice.roll(3) === 0
          ? [0, 1].map(i => nodeOf(marks['(1)']!(i).label, dice.pick(subs)))
          : [],
    });
  const steps = (level: number): PlanNode[] => {
    const count = dice.between(1, 4);
    return Array.from({ length: count }, (_, n) => step(level, n, count === 1 && content.levels === 3));
  };
  return Array.from({ length: dice.between(2, 4) }, (_, i) =>
    nodeOf(label(0, i), titles[(seed + i) % titles.length]!, {
      children:
        content.levels === 2
          ? steps(1)
          : Array.from({ length: dice.between(1, 3) }, (_, k) =>
              nodeOf(label(1, k), points[(seed + 2 * i + k) % points.length]!, { children: steps(2) }),
            ),
    }),
  );
}
