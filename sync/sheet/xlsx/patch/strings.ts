import type { Span } from '../../workbook.ts';
import { isPlain, token, type XmlScanner } from '../../xml-scanner.ts';
import { readRich } from '../cell-reader.ts';
import { textElement } from '../escape.ts';
import { spreadsheet } from '../namespaces.ts';
import { RichText } from '../rich-text.ts';
import type { Edit } from './part-text.ts';
import type { Part } from './source.ts';

/** The table of shared strings of a workbook that is patched: looked up where needed, and appended to. */
export interface StringTable {
  readonly part: Part;
  /** A text that was asked for; undefined when the table has none of that number. */
  readonly text: (index: number) => string | undefined;
  /** The number of a text, appended when none was appended before. */
  readonly append: (text: string) => number;
  /** @param references how many more cells refer to the table than before */
  readonly edits: (references: number) => readonly Edit[];
}

/** The table as it stands in the file, from which each filling takes its own to append to. */
export type MappedStrings = () => StringTable;

/** @param needed the numbers of the texts that will be asked for */
export function openStrings(part: Part, needed: ReadonlySet<number>): MappedStrings {
  const mapped = mapStrings(part.scan(), needed);
  return () => tableOver(part, mapped);
}

function tableOver(part: Part, { root, count, texts }: ReturnType<typeof mapStrings>): StringTable {
  const appended = new Map<string, number>();
  return {
    part,
    text: index => texts.get(index),
    append: text => {
      const index = appended.get(text) ?? count + appended.size;
      appended.set(text, index);
      return index;
    },
    edits: references => {
      if (appended.size === 0 && references === 0) return [];
      const prefix = root.name.slice(0, -'sst'.length);
      const items = [...appended.keys()]
        .map(text => `<${prefix}si>${textElement(text, prefix)}</${prefix}si>`)
        .join('');
      return [
        ...counted(part, root.references, references),
        ...counted(part, root.strings, appended.size),
        root.selfClosing
          ? { start: root.openEnd - 2, end: root.openEnd, text: `>${items}</${root.name}>` }
          : { start: root.closeStart, end: root.closeStart, text: items },
      ];
    },
  };
}

interface Root {
  readonly name: string;
  readonly openEnd: number;
  readonly selfClosing: boolean;
  readonly closeStart: number;
  readonly references: Span | null;
  readonly strings: Span | null;
}

function mapStrings(scanner: XmlScanner, needed: ReadonlySet<number>) {
  if (scanner.next() !== token.open || !isOwn(scanner, 'sst')) throw scanner.refusal();
  const { rawName: name, end: openEnd, selfClosing } = scanner;
  const [references, strings] = [scanner.attributeSpan('count'), scanner.attributeSpan('uniqueCount')];
  const plain = isPlain(scanner.xml);
  const rich = new RichText();
  const texts = new Map<number, string>();
  const last = largest(needed);
  let count = 0;
  for (;;) {
    if (plain && !selfClosing && count > last) {
      const end = scanner.xml.lastIndexOf(`</${name}`);
      count += countItems(scanner.xml, scanner.end, end, `<${name.slice(0, -'sst'.length)}si`);
      scanner.goTo(end);
    }
    const kind = scanner.next();
    if (kind === token.close && scanner.depth === 1) break;
    if (kind !== token.open || !isOwn(scanner, 'si')) continue;
    if (needed.has(count)) texts.set(count, readRich(scanner, rich));
    else if (plain) scanner.passContent();
    count++;
  }
  const root: Root = { name, openEnd, selfClosing, closeStart: scanner.start, references, strings };
  return { root, count, texts };
}

const largest = (numbers: Iterable<number>): number => {
  let most = -1;
  for (const number of numbers) most = Math.max(most, number);
  return most;
};

/** Items between two places of a plain document, told by how they open. */
function countItems(xml: string, from: number, end: number, opening: string): number {
  let count = 0;
  for (let at = xml.indexOf(opening, from); at >= 0 && at < end; at = xml.indexOf(opening, at + opening.length)) {
    const after = xml.charCodeAt(at + opening.length);
    if (after === 62 || after === 47 || after <= 32) count++;
  }
  return count;
}

const isOwn = (scanner: XmlScanner, local: string): boolean => scanner.local === local && spreadsheet.has(scanner.uri);

/** A count that is there is kept true; one that is not stays away. */
function counted(part: Part, span: Span | null, more: number): readonly Edit[] {
  const value = span && Number(part.xml.slice(span.start, span.end));
  if (!span || value === null || !Number.isInteger(value) || more === 0) return [];
  return [{ ...span, text: String(Math.max(0, value + more)) }];
}
