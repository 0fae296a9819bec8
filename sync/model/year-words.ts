import type { WordChange } from './plan-diff.ts';

const hanDigits = '〇一二三四五六七八九';

/** 114 as 一一四; a year whose digits may also be written with 零. */
const hanOf = (year: number): string => [...String(year)].map(digit => hanDigits[Number(digit)]).join('');

/** Years before and after that a text means together with its own: last year's figures, and next January. */
const around = [-1, 0, 1];

/** A year in figures or numerals that is called one; part of a longer number it is none. */
const named = /(?<![0-9〇零一二三四五六七八九十百])([0-9]{2,4}|[〇零一二三四五六七八九]{2,3})(?=\s*(?:年|學年))/g;

/**
 * How a text of one year's plan would read in another year: the year, the one before and the one after move along, in ROC
 * figures (114年), in AD ones (2025年) and in Chinese numerals (一一四年). Other years, such as those of laws, stay.
 * @param from ROC year of the text
 * @param to ROC year that it is for
 */
export function yearChanges(text: string, from: number, to: number): readonly WordChange[] {
  const next = new Map(
    around.flatMap(step => [
      [String(from + step), String(to + step)],
      [String(from + step + 1911), String(to + step + 1911)],
      [hanOf(from + step), hanOf(to + step)],
    ]),
  );
  const parts: WordChange[] = [];
  let end = 0;
  for (const { 0: year, index } of text.matchAll(named)) {
    const other = next.get(year.replaceAll('零', '〇'));
    if (other === undefined || other === year) continue;
    if (index > end) parts.push({ in: 'both', text: text.slice(end, index) });
    parts.push({ in: 'before', text: year }, { in: 'after', text: other });
    end = index + year.length;
  }
  if (end < text.length) parts.push({ in: 'both', text: text.slice(end) });
  return parts;
}

/** The text as it would read in the other year. */
export const withYear = (text: string, from: number, to: number): string =>
  yearChanges(text, from, to)
    .filter(part => part.in !== 'before')
    .map(part => part.text)
    .join('');
