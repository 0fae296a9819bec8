import { parseGluedCompound, parseGluedMark, parseMark } from '../model/index.ts';

/** 1.5公里 begins with a measure: it is no first step of which 5公里 would be the text. */
export const beginsWithDecimal = (text: string): boolean =>
  /^\s*[0-9０-９]{1,2}[.．][0-9０-９]{1,3}(?![0-9０-９])/.test(text);

/** How the texts of a column are counted where a number may be glued to its text. */
export interface Counting {
  /** 1訂定…: a text that begins like that, alone below its heading, is the first of its level. */
  readonly digits: boolean;
  /** 1-1訂定… */
  readonly compound: boolean;
}

/** So large a part of the texts begins with a number of the kind. */
const enough = 0.6;

/** What the texts of a column show of it: one alone may begin with a mere number. */
export function countingOf(texts: readonly string[]): Counting {
  const share = (begins: (text: string) => boolean): boolean => {
    const count = texts.filter(begins).length;
    return count > 1 && count >= enough * texts.length;
  };
  return {
    digits: share(
      text => (parseMark(text) ?? (beginsWithDecimal(text) ? null : parseGluedMark(text)))?.kind === 'digit',
    ),
    compound: share(text => parseMark(text)?.kind === 'compound' || parseGluedCompound(text) !== null),
  };
}
