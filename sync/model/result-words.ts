import { type Result, results } from './report.ts';

/** The words of the drop-down. */
export const resultWords: Readonly<Record<Result, string>> = {
  done: '已完成',
  ongoing: '辦理中',
  notDone: '未辦理',
  notApplicable: '不適用',
};

/**
 * Other spellings that can mean only one thing. Words that people use for two of them (未完成, 無, ×, ○, -) are left out on
 * purpose: a person decides.
 */
const spellings: Readonly<Record<Result, readonly string[]>> = {
  done: [
    '完成 已辦理 已辦理完成 已辦理完畢 辦理完成 辦理完畢 已辦竣 辦竣 已辦畢 辦畢 已執行 已執行完成 執行完成 執行完畢 已達成 達成',
    '✔ ✓ ☑ √ v done completed complete',
  ],
  ongoing: [
    '執行中 進行中 持續辦理 持續辦理中 持續執行 持續執行中 正在辦理 正在辦理中 尚在辦理 尚在辦理中 部分完成 已部分完成 仍在辦理 仍在辦理中',
    'ongoing inprogress',
  ],
  notDone: ['尚未辦理 未執行 尚未執行 未開始 尚未開始 未著手 尚未著手', 'notdone notstarted'],
  notApplicable: [
    '免辦 免辦理 無須辦理 無需辦理 毋須辦理 毋需辦理 不須辦理 不需辦理 無此業務 無此項業務',
    'notapplicable n/a na',
  ],
};

const plain = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}。.,，、;；:：!！]|\p{Variation_Selector}/gu, '');

const byWord = new Map(
  results.flatMap(result =>
    [resultWords[result], ...spellings[result].join(' ').split(' ')].map(word => [plain(word), result] as const),
  ),
);

const unticked = /[□☐][^□☐■☑☒✔✓●]*/g;
const ticks = /[■☑☒✔✓●]/g;

/**
 * Reads a result in any reasonable spelling: full or half width, spaced, with a full stop, with tick or box before it, or as
 * the one ticked choice of a list (■已完成 □辦理中).
 * @returns null for blank, undefined for a word that means none of the choices, or more than one
 */
export function parseResult(text: string): Result | null | undefined {
  const word = plain(text);
  if (word === '') return null;
  return byWord.get(word) ?? byWord.get(word.replace(unticked, '').replace(ticks, ''));
}
