import type { Tag } from '../../sheet/index.ts';
import { word } from './namespaces.ts';

/** An attribute of WordprocessingML, which some programs write without its namespace. */
export const value = (tag: Tag, name = 'val'): string | undefined => tag.attributeOf(word, name) ?? tag.attribute(name);

/** How many columns, of a number that anybody may have written. */
export function count(text: string | undefined, least: number): number {
  const many = Number(text);
  return Number.isInteger(many) && many > least ? Math.min(many, 1000) : least;
}

/** Boxes and ticks of symbol fonts by their code; any other symbol is left out. */
const symbols: Readonly<Record<string, string>> = {
  '00A3': '□',
  '00A8': '□',
  '006F': '□',
  '0052': '☑',
  '00FE': '☑',
  '00FC': '✓',
  '00FB': '✗',
  '006C': '●',
  '006E': '■',
  '00D8': '➢',
};
export const symbolOf = (char: string): string => symbols[char.toUpperCase().replace(/^F0/, '00')] ?? '';
