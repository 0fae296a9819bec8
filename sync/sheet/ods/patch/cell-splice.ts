import { childrenBetween } from './children.ts';
import type { CellContent } from './content.ts';
import { localOf } from './prefixes.ts';
import { rewritten, type StartTag, startTag } from './start-tag.ts';

/** Where an element stands in its document. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

const repeats = new Set(['number-columns-repeated', 'number-rows-repeated']);
const values = new Set([
  'value-type',
  'value',
  'date-value',
  'time-value',
  'boolean-value',
  'string-value',
  'currency',
  'formula',
  'gk-office',
]);

const repeated = (tag: StartTag, count: number): readonly (readonly [string, string])[] => {
  const known = tag.attributes.find(({ name }) => repeats.has(localOf(name)));
  return count > 1 && known ? [[known.name, String(count)]] : [];
};

/** The start tag of a row or cell that stands for so many of them. */
export const tagRepeated = (tag: StartTag, count: number): string =>
  rewritten(tag, name => repeats.has(localOf(name)), repeated(tag, count), tag.selfClosing);

/** A repeated row or cell as it stands, for fewer. */
export function withCount(xml: string, { start, end }: Place, count: number): string {
  const tag = startTag(xml, start);
  return tagRepeated(tag, count) + xml.slice(tag.end, end);
}

const isParagraph = (name: string): boolean => localOf(name) === 'p' || localOf(name) === 'h';
const isBeforeText = (name: string): boolean =>
  ['annotation', 'detective', 'table-source', 'dde-source'].includes(localOf(name));

/** One cell out of its element with other content; notes and pictures stay, and so does all that is said of its looks. */
export function cellWith(xml: string, { start, end }: Place, content: CellContent): string {
  const tag = startTag(xml, start);
  const drops = (name: string): boolean => repeats.has(localOf(name)) || values.has(localOf(name));
  const inside = tag.selfClosing ? [] : childrenBetween(xml, tag.end, end - `</${tag.name}>`.length);
  const kept = inside.filter(({ name }) => !isParagraph(name));
  const before = kept.filter(({ name }) => isBeforeText(name));
  const after = kept.filter(({ name }) => !isBeforeText(name));
  const sources = (list: typeof kept): string => list.map(child => xml.slice(child.start, child.end)).join('');
  const body = `${sources(before)}${content.paragraphs}${sources(after)}`;
  const open = rewritten(tag, drops, content.attributes, body === '');
  return body === '' ? open : `${open}${body}</${tag.name}>`;
}
