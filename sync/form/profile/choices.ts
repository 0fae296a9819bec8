import { resultWords } from '../../model/index.ts';

/** One box of a list inside a cell: ■已完成. */
export interface Choice {
  /** The word behind the mark, as printed. */
  readonly word: string;
  /** The mark itself. */
  readonly mark: string;
  readonly ticked: boolean;
  /** Where the mark stands in the text (UTF-16). */
  readonly at: number;
}

/** Boxes left open, as forms print them. */
export const openMarks = '□☐▢◻⬜❏❑○◯〇';
/** Boxes that somebody filled or ticked. */
export const tickedMarks = '■☑☒✔✓✅▣▓◼⬛●◉◎Ⅴ√★';
const ticks = `${tickedMarks}○◯〇OoVvＶｖ`;
/** A box, a pair of brackets with or without a tick in it, or the letter V in the place of a box. */
const markShape = new RegExp(
  `[${openMarks}${tickedMarks}]|[(（\\[［][ \\u3000]{0,9}[${ticks}]?[ \\u3000]{0,9}[)）\\]］]|[VvＶｖ](?=\\s*\\p{Script=Han})`,
  'gu',
);
const isOpen = (mark: string): boolean => openMarks.includes(mark) || /^[(（[［][ \u3000]*[)）\]］]$/.test(mark);
const circles = /[○◯〇●◉◎]/u;
const longestChoice = 24;

/**
 * The choices that a cell lists, each behind its mark: □已完成 □辦理中, in any arrangement of lines, blanks or commas.
 * Empty when the cell is no such list: a mark inside a sentence makes none.
 */
export function choicesIn(text: string): readonly Choice[] {
  const marks = [...text.matchAll(markShape)];
  if (marks.length === 0 || !isList(text, marks)) return [];
  const choices = marks.map(({ index, 0: mark }, i) => {
    const word = text.slice(index + mark.length, marks[i + 1]?.index ?? text.length);
    return { word: wordOf(word), mark, ticked: !isOpen(mark), at: index };
  });
  return choices.every(({ word }) => word !== '' && word.length <= longestChoice) ? choices : [];
}

const separator = /[\s,，、;；/／|｜。.]/;

/** Between two choices stand only separators and room to write on. */
function wordOf(piece: string): string {
  const line = piece.split('\n')[0]!.replace(/[_＿]+/g, '');
  let end = line.length;
  while (end > 0 && separator.test(line[end - 1]!)) end -= 1;
  return line
    .slice(0, end)
    .replace(/^[\s.．、:：]+/, '')
    .replace(/\s+/g, ' ');
}

function isList(text: string, marks: readonly RegExpExecArray[]): boolean {
  const before = text.slice(0, marks[0]!.index).trim();
  if (before !== '' && !/^.{0,12}[:：]$/s.test(before)) return false;
  const letters = marks.filter(({ 0: mark }) => /^[vＶｖ]$/i.test(mark));
  if (letters.length > 0 && !marks.some(({ 0: mark }) => isOpen(mark))) return false;
  return marks.length > 1 || !circles.test(marks[0]![0]);
}

/** Words that head columns to be ticked and stand in drop-downs. */
const words = new Set(
  [
    ...Object.values(resultWords),
    '完成 未完成 已辦理 已執行 執行中 進行中 持續辦理 尚未辦理 未執行 尚未執行 部分完成 免辦 無此業務',
    '是 否 有 無 符合 不符合 部分符合 未符合 大致符合 不符 合格 不合格 達成 未達成 部分達成 達標 未達標 已達成 良好',
    '優 甲 乙 丙 丁 佳 良 可 劣 差 優良 普通 尚可 待改善 待改進 需改善 需改進 須改善 不佳 正常 異常 落後 超前 如期 符合進度 進度超前 進度落後',
    '解除列管 持續列管 自行列管 繼續列管 結案 未結案 繼續追蹤 持續追蹤 解除追蹤 已改善 未改善 改善中 部分改善 同意 不同意 滿意 不滿意',
    '有效 部分有效 大部分有效 無效 未發生 有實施 未實施 部分實施 合法 違法 違反 適法 通過 未通過 免設 免設置',
    'yes no n/a na y n ok ng',
  ]
    .join(' ')
    .split(' '),
);

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s□☐()*:]|\p{Cf}/gu, '');

/** Whether a short text is a word that results are given in. */
export const isChoiceWord = (text: string): boolean =>
  [plain(text), plain(text.replace(/[（(].*$/s, ''))].some(
    word => words.has(word) || words.has(word.replace(degree, '')),
  );

/** 非常同意 is a choice as 同意 is. */
const degree = /^(?:非常|完全|大致|大部分|部分|極)(?=..)/;

/** The choices that a column's title lists in parentheses: 辦理情形(已完成/辦理中). Empty when it lists none. */
export function choicesInTitle(title: string): readonly string[] {
  const listed = /[(（]([^()（）]{3,60})[)）]\s*$/.exec(title)?.[1] ?? '';
  const choices = listed
    .replace(/^\s*(?:請)?(?:勾選|擇一|選填|填寫|填)\s*[:：]?/, '')
    .split(/[/／、,，;；|｜\s]+|或(?=\S)/)
    .map(choice => choice.replace(/^[□☐]/, ''))
    .filter(choice => choice !== '');
  return choices.length >= 2 && choices.every(isChoiceWord) ? choices : [];
}

const signs = /^[○◯〇●×✕✗Ｘ△▲✓✔VvＶ－-]$/u;

/** Choices that stand one after the other, set off by strokes, with nothing to tick: 符合／不符合, ○／×／△. Empty for other texts. */
export function plainChoicesIn(text: string): readonly string[] {
  const choices = text.trim().split(/\s*[/／|｜]\s*/);
  const known = choices.every(choice => isChoiceWord(choice) || signs.test(choice));
  return choices.length >= 2 && known && new Set(choices).size === choices.length ? choices : [];
}

/** The choices that need no mention: those of our own forms, in their order. */
export const usualChoices: readonly string[] = Object.values(resultWords);
export const isUsual = (choices: readonly string[]): boolean =>
  choices.length === usualChoices.length && choices.every(choice => usualChoices.includes(choice));
