import type { TextLine } from '../lines.ts';
import { solid } from '../width.ts';

/** What stands between blanks of a line, by the columns of characters that it takes. */
export interface Word {
  readonly text: string;
  readonly from: number;
  /** Behind its last character. */
  readonly to: number;
}

/** A line of a table has a few cells; what has more words than this is none, and is read only so far. */
const mostLetters = 400;

/** 執 行 要 項 and 執   行   步   驟 are one word each; a mark before a text is its own, and 月 below each of twelve columns twelve. */
const spreadOrWhole =
  /(?<!\S)(?![一二三四五六七八九十壹貳參肆伍陸柒捌玖拾甲乙丙丁戊己庚辛] )(\p{Script=Han})(?! {1,3}\1)(?: {1,3}\p{Script=Han})+(?!\S)|\S+/gu;

export function wordsOf({ raw }: Pick<TextLine, 'raw'>): readonly Word[] {
  return [...raw.slice(0, mostLetters).matchAll(spreadOrWhole)].map(({ index, 0: text }) => ({
    text: /^\p{Script=Han} /u.test(text) ? solid(text) : text,
    from: index,
    to: index + text.length,
  }));
}

export const middleOf = ({ from, to }: Pick<Word, 'from' | 'to'>): number => (from + to) / 2;

/** The words of several lines that stand below each other, as one each. */
export function stacked(lines: readonly (readonly Word[])[]): readonly Word[] {
  const stacks: Word[] = [];
  for (const word of lines.flat()) {
    const at = stacks.findIndex(
      stack => middleOf(word) > stack.from - 2 && middleOf(word) < stack.to + 2 && word.from < stack.to + 1,
    );
    const stack = stacks[at];
    if (!stack) stacks.push(word);
    else
      stacks[at] = {
        text: stack.text + solid(word.text),
        from: Math.min(stack.from, word.from),
        to: Math.max(stack.to, word.to),
      };
  }
  return stacks.toSorted((a, b) => a.from - b.from);
}
