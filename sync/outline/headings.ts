import { answerTitles } from '../form/profile/title-words.ts';

/** What a column of a plan table or of a self-check form holds. */
export type Field =
  | 'item'
  | 'keyPoint'
  | 'step'
  | 'number'
  | 'unit'
  | 'assist'
  | 'deadline'
  | 'frequency'
  | 'remarks'
  | 'answer';

/** Words that agencies print over their columns. A heading is compared as a whole, without blanks, marks and parentheses. */
const words: Readonly<Record<Field, readonly string[]>> = {
  item: [
    ...[
      '執行要項',
      '實施要項',
      '工作要項',
      '推動要項',
      '服務要項',
      '要項',
      '工作要領',
      '執行策略',
      '推動策略',
      '實施策略',
    ],
    ...[
      '策略',
      '工作項目',
      '推動項目',
      '計畫項目',
      '執行項目',
      '實施項目',
      '服務項目',
      '重點項目',
      '檢核項目',
      '項目',
      '構面',
    ],
  ],
  keyPoint: [
    '執行重點',
    '工作重點',
    '實施重點',
    '推動重點',
    '重點',
    '執行方法',
    '執行方式',
    '推動方法',
    '重點工作',
    '工作目標',
  ],
  step: [
    ...[
      '執行步驟',
      '實施步驟',
      '步驟',
      '工作方法',
      '實施方法',
      '實施方式',
      '辦理方式',
      '推動方式',
      '推動作法',
      '推動做法',
    ],
    ...['具體作法', '具體做法', '執行作法', '執行做法', '實施作法', '實施做法', '作法', '做法', '具體措施', '執行措施'],
    ...[
      '執行內容',
      '實施內容',
      '工作內容',
      '具體內容',
      '計畫內容',
      '辦理內容',
      '工作細項',
      '執行細項',
      '細項',
      '具體步驟',
    ],
  ],
  number: ['項次', '序號', '編號', '次序', '號次', 'no', '項'],
  unit: [
    ...[
      '執行單位',
      '業務單位',
      '主辦單位',
      '主協辦',
      '主協辦單位',
      '承辦單位',
      '權責單位',
      '負責單位',
      '辦理單位',
      '主政單位',
    ],
    ...[
      '責任單位',
      '推動單位',
      '實施單位',
      '主辦課室',
      '承辦課室',
      '執行課室',
      '權責課室',
      '負責課室',
      '主辦',
      '單位',
      '課室',
    ],
  ],
  assist: ['協辦單位', '協辦', '協辦課室', '配合單位', '協同單位'],
  deadline: [
    ...[
      '查核期限',
      '檢核期限',
      '期程',
      '期限',
      '預定完成日',
      '預定完成日期',
      '預定完成時間',
      '預定完成期限',
      '完成期限',
    ],
    ...[
      '完成日期',
      '完成時間',
      '辦理期限',
      '辦理期程',
      '執行期程',
      '執行期限',
      '預定期程',
      '實施期程',
      '查核日期',
      '查核時間',
    ],
    ...['查核月份', '檢核月份', '檢核時間', '辦理時間', '執行時間', '實施時間', '時程', '預定時程'],
  ],
  frequency: ['辦理頻率', '執行頻率', '檢核頻率', '查核頻率', '頻率', '週期', '辦理次數'],
  remarks: ['備註', '備考', '備言', '附註', '說明'],
  answer: answerTitles,
};

const byWord = new Map<string, Field>(
  (Object.entries(words) as [Field, readonly string[]][]).flatMap(([field, list]) =>
    list.map(word => [word, field] as const),
  ),
);

/** Headings that are put together of the same parts in one agency or another: 協辦科室, 策略重點, 預定辦理時程. */
const composed: readonly (readonly [Field, RegExp])[] = [
  ['assist', /^(?:協辦|配合|協同|協助)(?:單位|機關|[課科處室組股]室|部門|人員)$/],
  [
    'unit',
    // 業務課 and 推動組 are names of units.
    /^(?:(?:主辦|主政|主責|承辦|執行|業務|權責|負責|責任|辦理|推動|實施|主協辦)(?:單位|機關|[課科處室組股]室|[課科處室組股]別|部門)|(?:主辦|主政|主責|承辦|權責|負責|責任|主協辦)[課科處室組股])$/,
  ],
  [
    'deadline',
    /^(?:預定|預計)?(?:執行|辦理|實施|推動|查核|檢核|完成|工作|進度)(?:期程|期限|時程|時間|日期?|月份|季別)$/,
  ],
  ['keyPoint', /^(?:執行|工作|實施|推動|策略|計畫|辦理|服務|管考)重點$/],
  ['step', /^(?:具體|執行|實施|推動|工作|行動|推動具體|具體執行|改善)(?:步驟|作法|做法|措施|方案|作為|細項)$/],
];

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s.,、:/*※‧·_-]/g, '');
const mostLetters = 16;

/** The field that a heading names, or null: 主(協)辦 and 執行單位(課室) are found with and without what stands in parentheses. */
export function fieldOf(heading: string): Field | null {
  const letters = plain(heading).toLowerCase();
  if (letters.length > mostLetters) return null;
  const open = letters.replace(/[()]/g, '');
  const without = letters.replace(/\([^()]*\)/g, '');
  return byWord.get(open) ?? byWord.get(without) ?? composedField(open) ?? composedField(without);
}

const composedField = (heading: string): Field | null =>
  composed.find(([, pattern]) => pattern.test(heading))?.[0] ?? null;

/** Fields whose columns hold the text of the plan. */
export const isText = (field: Field | null): boolean => field === 'item' || field === 'keyPoint' || field === 'step';

/** The month that heads a column of its own, such as 6月 or 12月底; null when it is none. */
export function monthOf(heading: string): number | null {
  const month = Number(/^(\d{1,2})月(?:份|底)?$/.exec(plain(heading))?.[1]);
  return month >= 1 && month <= 12 ? month : null;
}
