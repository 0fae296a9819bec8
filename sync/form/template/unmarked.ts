import { glyphClass, tickSigns } from '../answers/glyphs.ts';

const marks = new RegExp(`[${glyphClass}${tickSigns}]`, 'gu');

const unmarked = (text: string): string => text.normalize('NFKC').replace(marks, '').replace(/\s/g, '');

/**
 * Whether a cell of choices says more than its choices, though no mark was found in it: somebody marked it in a way of their
 * own, and it is not blank.
 * @param issued what the cell said when it went out
 */
export const saysMore = (text: string, issued: string): boolean => {
  const left = unmarked(text);
  return left !== '' && left !== unmarked(issued);
};
