import { parseMark } from '../../model/index.ts';
import { type Field, fieldOf } from '../../outline/headings.ts';
import { isChoiceWord } from './choices.ts';
import { type TitleField, titleWords } from './title-words.ts';

export type { TitleField };

export interface Title {
  readonly field: TitleField;
  /** 0–1: a title known as a whole is surer than one that contains a known word. */
  readonly confidence: number;
}

const plan: Readonly<Record<Exclude<Field, 'answer'>, TitleField | null>> = {
  item: 'item',
  keyPoint: 'keyPoint',
  step: 'step',
  number: 'number',
  unit: 'units',
  assist: 'assist',
  deadline: 'deadline',
  frequency: null,
  remarks: 'remarks',
};

const byWord = new Map(
  (Object.entries(titleWords) as [TitleField, string][]).flatMap(([field, list]) =>
    list.split(' ').map(word => [word, field] as const),
  ),
);

/** What others, or the office itself, do to see how things stand. */
const checks =
  '(?:評分|評量|評核|考核|考評|評估|評鑑|評審|評比|訪評|自評|檢核|檢查|檢視|檢測|檢討|查核|查驗|巡查|巡檢|抽查|稽核|督導|訪視|訪查|視察)';
const shape = (source: string): RegExp => new RegExp(`^${source}$`);

/** Words inside longer titles, the more telling first. */
const parts: readonly (readonly [RegExp, TitleField])[] = [
  [/^(?:前次|前期|上次|上期|歷次|前一次|去年|上年度).{0,10}$/, 'previous'],
  [/^.{0,6}(?:佐證|證明文件|證明資料|附件|檢附|照片|相片).{0,8}$/, 'evidence'],
  [/^.{0,4}實際.{0,6}(?:日期?|時間|期限)$/, 'actualDate'],
  [/^(?:預定|預計|應|限期).{0,2}改善.{0,4}(?:日期?|時間|期限)$/, 'plannedDate'],
  [/^.{0,4}(?:預定|預計|應|限期).{0,6}(?:日期?|時間|期限|期程)$/, 'deadline'],
  [/^.{0,6}(?:查核|檢核|辦理|執行|完成)(?:期限|期程|時程|月份)$/, 'deadline'],
  [/^.{0,10}(?:改善|矯正|因應|策進|精進)(?:措施|作為|作法|做法|對策|方案|計畫)$/, 'action'],
  [/^.{0,8}(?:缺失|待改善|應改善|待改進)(?!.{0,4}說明$).{0,6}$/, 'finding'],
  [/^.{0,8}自評(?:分數|得分|評分)$/, 'selfScore'],
  [/^.{0,8}初[核評審](?:分數|得分|評分)$/, 'firstScore'],
  [/^.{0,8}[複覆][核評審](?:分數|得分|評分)$/, 'secondScore'],
  [
    /^.{0,10}(?:辦理|執行|推動|改善|追蹤|處理|處置)(?:情形|成果|現況|概況|狀況|說明)(?:說明|及成果|與成果|摘要|內容)?$/,
    'narrative',
  ],
  [shape(`.{0,6}${checks}(?:情形|結果|狀況)說明`), 'narrative'],
  [shape(`.{0,6}自(?:評|我${checks}|行${checks})說明`), 'narrative'],
  [/^.{1,8}(?:情形|狀況)(?:描述|敘述|概述)$/, 'narrative'],
  [shape(`.{0,8}(?:${checks}|追蹤|列管)(?:結果|狀態)`), 'result'],
  [/^.{0,8}(?:等級|等第|級別|成熟度)$/, 'result'],
  [/^是否.{1,8}$/, 'result'],
  [/^.{1,6}與否$/, 'result'],
  [/^.{0,8}進度(?:說明|情形|概況)$/, 'narrative'],
  [/^.{0,8}原因(?:分析)?(?:[及與暨或、].{1,8})?$/, 'cause'],
  [/^.{0,6}(?:執行|實施|工作|推動|具體)(?:步驟|作法|做法|方法)(?:及|與|或|暨)?.{0,4}$/, 'step'],
  [/^.{0,8}(?:考核|評核|審核|審查|核定|委員|上級|主管|督導|評審)(?:分數|得分|評分)$/, 'firstScore'],
  [shape(`(?:自我|自行|單位|機關)?${checks}(?:情形|狀況)`), 'execution'],
  [shape(`.{0,6}(?:執行|實施|工作|推動|控制|管理|${checks})重點(?:及|與|或|暨)?.{0,4}`), 'keyPoint'],
  [shape(`.{0,6}(?:執行|實施|工作|推動|${checks})(?:要項|項目)(?:及|與|或|暨)?.{0,4}`), 'item'],
  [shape(`.{0,6}(?:衡量|${checks})(?:方式|方法)|衡量(?:標準|基準)`), 'manner'],
  [/^.{0,8}(?:指標|要點)$/, 'keyPoint'],
  [shape(`.{0,6}${checks}(?:標準|內容|事項|要求|細項|基準)`), 'step'],
  [/^.{0,8}(?:項目|構面|面向|案件|案件名稱|計畫名稱|案名|議題)$/, 'item'],
  [/^(?!注意|其他).{1,8}事項$/, 'item'],
  [/^.{1,4}(?:得分|分數)$/, 'points'],
  [/^.{0,6}(?:編號|序號|代號|代碼)$/, 'number'],
  [/^.{0,6}(?:主辦|承辦|權責|負責|執行|業務|填報)(?:單位|課室|科室|人員).{0,4}$/, 'units'],
  [/^(?!填[表報寫]|注意).{1,12}說明$/, 'remarks'],
];

const longest = 40;
const longestPart = 18;

/** Half width, without blanks, list marks, ornaments and what stands in parentheses. */
export function plainTitle(text: string): string {
  const letters = withoutNotes(text.normalize('NFKC').replace(/\s+/g, '')).replace(/[*※★◎:：。.,，、·‧_|-]/g, '');
  return letters.toLowerCase();
}

function withoutNotes(text: string): string {
  let plain = text;
  for (let depth = 0; depth < 3; depth++) plain = plain.replace(/[([【〔「][^()[\]【】〔〕「」]*[)\]】〕」]/g, '');
  return plain === '' ? text : plain;
}

const dated =
  /^(?:(?:民國)?\d{2,4}年度?)?(?:[上下]半年|第[0-9一二三四]季|\d{1,2}月?(?:至|~|-)\d{1,2}月|\d{1,2}月)?(?:度)?/;
/** 如未符合，請說明… asks for what follows. */
const request = /^(?:如|若|倘).{1,10}?(?:請|應)(?:說明|敘明|述明|註明|填寫|填列|填)?/;
const foreign = /^[a-z0-9/&' ]+|[a-z0-9/&' ]+$/g;

function known(word: string): Title | null {
  const own = byWord.get(word);
  if (own) return { field: own, confidence: 1 };
  const field = fieldOf(word);
  const title = field && field !== 'answer' ? plan[field] : null;
  return title ? { field: title, confidence: 1 } : null;
}

/** The field that a column's title names, or null. */
export function titleOf(text: string): Title | null {
  if (text.length > longest * 3) return null;
  const mark = parseMark(text.trim());
  return titled(text) ?? (mark && mark.rest !== '' ? titled(mark.rest) : null);
}

const explanation: Title = { field: 'remarks', confidence: 0.7 };

function titled(text: string): Title | null {
  const word = plainTitle(text);
  const given = byWord.has(word) ? null : fieldOf(text);
  if (given && given !== 'answer' && plan[given]) return { field: plan[given], confidence: 1 };
  if (word === '' || word.length > longest) return null;
  const native = /\p{Script=Han}/u.test(word) ? word.replace(foreign, '') : word;
  const shorter = native
    .replace(dated, '')
    .replace(/^(?:本期|本次|本年度?|今年|最新|目前|本所|本局|本機關|各單位|機關)/, '');
  const told = native.replace(request, '');
  const found = known(word) ?? known(native) ?? (shorter === '' ? null : known(shorter)) ?? known(told);
  if (found) return found;
  if (native.length > longestPart || isChoiceWord(text)) return null;
  if (/^(?:如|若|倘)?.{1,8}(?:請|應)(?:說明|敘明|述明)(?:原因|理由)?$/.test(native)) return explanation;
  const part = parts.find(([shape]) => shape.test(native) || shape.test(shorter));
  return part ? { field: part[1], confidence: 0.7 } : firstOfTwo(native);
}

/** 評估情形說明/改善建議 is for the former, with room for the latter. */
function firstOfTwo(word: string): Title | null {
  const [first, second, ...more] = word.split('/');
  if (!first || !second || more.length > 0 || Math.min(first.length, second.length) < 2) return null;
  const title = titled(first);
  return title && { ...title, confidence: 0.7 };
}
