import { markRank } from '../../../model/index.ts';
import type { DocumentTable } from '../../document.ts';
import { fieldOf, isText, monthOf } from '../../headings.ts';
import { interpretDocument } from '../../interpret-document.ts';
import { type Column, textColumns } from '../cells.ts';
import type { TableColumn } from '../columns.ts';
import type { TextNote } from '../issues.ts';
import { joinLeads } from '../leads.ts';
import { levelsOf } from '../levels.ts';
import type { TextLine } from '../lines.ts';
import { endOfTable } from '../range.ts';
import type { Strip } from '../spaced.ts';
import { rowsOfStreams } from '../streams.ts';
import { tableOf } from '../table.ts';
import { looksLikeDeadline, unitNamesIn } from '../vocabulary.ts';
import { tidy } from '../width.ts';
import { areCrossed, bordersOf, columnOf } from './borders.ts';
import { type PlacedText, tableByPlace } from './by-place.ts';
import { type PlacedHeading, placedHeadingAt } from './heading.ts';
import { type Word, wordsOf } from './words.ts';

interface PlacedTable {
  readonly table: DocumentTable;
  readonly notes: readonly TextNote[];
  /** Index of the first line below it. */
  readonly end: number;
}

const fewestLines = 4;

/**
 * A table that a program printed with its words where they stood on paper (pdftotext -layout), read by the columns that its
 * heading names. Null where words do not stand in those.
 */
export function placedTable(lines: readonly TextLine[], at: number, name: string): PlacedTable | null {
  const heading = placedHeadingAt(lines, at);
  if (!heading) return null;
  const columns = columnsOf(heading);
  const pages = pagesOf(lines, heading, endOfTable(lines, heading.end));
  const end = pages.at(-1)!.end;
  const isShort = pages.reduce((sum, { body }) => sum + body.length, 0) < fewestLines;
  const printed = pages.flatMap(({ body }) => body.flatMap(line => wordsOf(line).map(({ text }) => text)));
  const units = unitNamesIn(printed);
  const strips: Strip[] = [];
  const standing: PlacedText[] = [];
  let place = 0;
  let top = 0;
  let stretch = 0;
  for (const { heading: own, body } of pages) {
    const words = body.map(wordsOf);
    const borders = bordersOf(own.words, words);
    if (areCrossed(words, borders)) return null;
    for (const [i, line] of body.entries()) {
      const texts = textsOf(words[i]!, borders, own, units);
      // Blank lines above it tell how far down it stands.
      top += 1 + line.gap;
      if (line.gap > 0) stretch++;
      for (const text of texts) standing.push({ ...text, line: line.line, at: top, stretch });
      strips.push(...stripsOf(texts, line.line, place++, columns));
    }
    top++;
    stretch++;
  }
  const byPlace = tableByPlace(standing, heading, lines[at]!, name);
  const inOrder = columns && !isShort ? tableInOrder(strips, columns, lines[at]!.line, name) : null;
  if (!byPlace) return inOrder && { ...inOrder, end };
  const isSurer = inOrder && doubtsOf(inOrder.table) + inOrder.notes.length < doubtsOf(byPlace);
  if (isSurer) return { ...inOrder, end };
  // Columns that do not count alike may have lost something, even where places tell what stands beside what.
  const notes = inOrder?.notes.filter(({ code }) => code === 'text_columns_unmatched') ?? [];
  return { table: byPlace, notes, end };
}

/** How many things a reader would have to check. */
const doubtsOf = (table: DocumentTable): number =>
  interpretDocument({ blocks: [table] }, '').issues.filter(
    ({ at, severity }) => at !== undefined && severity !== 'info',
  ).length;

/** The table that texts form by the order of the marks in each column, wherever they stand. */
function tableInOrder(
  strips: readonly Strip[],
  columns: readonly (TableColumn | null)[],
  line: number,
  name: string,
): Omit<PlacedTable, 'end'> | null {
  const texts = strips.map(({ text }) => text);
  const context = { levels: levelsOf(texts), units: unitNamesIn(texts), hasUnits: true, hasDeadlines: true };
  const { rows, notes } = rowsOfStreams(strips, context);
  if (rows.length === 0) return null;
  const said = columns.filter(column => column !== null);
  const shown = said.filter(({ column }, i) => said.findIndex(other => other.column === column) === i);
  return { table: tableOf(shown, joinLeads(rows), line, name), notes };
}

const besides: Readonly<Record<string, Column>> = {
  unit: 'unit',
  assist: 'unit',
  deadline: 'deadline',
  frequency: 'deadline',
  remarks: 'remarks',
};

/** What stands below each name, null below 項次; null when something does that cannot be told. Two columns of text are the last two. */
function columnsOf({ words }: PlacedHeading): readonly (TableColumn | null)[] | null {
  const fields = words.map(({ text }) => fieldOf(text));
  const texts = fields.filter(isText).length;
  if (texts < 2 || texts > 3 || words.some(({ text }) => monthOf(text) !== null)) return null;
  let next = 3 - texts;
  const columns = fields.map((field, i): TableColumn | null => {
    const column = isText(field) ? textColumns[next++] : besides[field ?? ''];
    return column ? { column, heading: words[i]!.text } : null;
  });
  return columns.every((column, i) => column !== null || fields[i] === 'number') ? columns : null;
}

interface Page {
  readonly heading: PlacedHeading;
  readonly body: readonly TextLine[];
  readonly end: number;
}

/** A new page begins where the heading comes again; below a title of its own it heads another table. */
function pagesOf(lines: readonly TextLine[], first: PlacedHeading, end: number): readonly Page[] {
  const pages: Page[] = [];
  let heading = first;
  for (let i = first.end; i <= end; i++) {
    const next = i < end ? placedHeadingAt(lines, i) : null;
    const again = next !== null && next.words.length === first.words.length;
    if (i < end && !again) continue;
    const last = again && isTitle(lines, heading.end, i - 1) ? i - 1 : i;
    pages.push({ heading, body: lines.slice(heading.end, last), end: last });
    if (!again || last < i) break;
    heading = next;
    i = next.end - 1;
  }
  return pages;
}

/** A numbered line by itself, whose number stands further out than any above it since the heading. */
function isTitle(lines: readonly TextLine[], from: number, at: number): boolean {
  const { mark, raw } = lines[at]!;
  if (!mark || wordsOf({ raw }).length > 1) return false;
  return lines.slice(from, at).every(line => line.mark === null || markRank(line.mark.kind) > markRank(mark.kind));
}

/** A unit that no blank parts from the sentence beside it, because that reaches to the edge of its column. */
function parted(word: Word, units: ReadonlySet<string>): readonly Word[] {
  const tail = /[。；](\p{Script=Han}{2,8})$/u.exec(word.text)?.[1];
  if (tail === undefined || !units.has(tail)) return [word];
  const at = word.to - tail.length;
  return [
    { text: word.text.slice(0, -tail.length), from: word.from, to: at },
    { text: tail, from: at, to: word.to },
  ];
}

/** What a line says in each column. */
function textsOf(
  words: readonly Word[],
  borders: readonly number[],
  { words: names }: PlacedHeading,
  units: ReadonlySet<string>,
): readonly { readonly column: number; readonly text: string }[] {
  const fields = names.map(({ text }) => fieldOf(text));
  const [unit, deadline, remarks] = (['unit', 'deadline', 'remarks'] as const).map(kind => fields.indexOf(kind)) as [
    number,
    number,
    number,
  ];
  // Where the columns on the left are full, programs print those on the right some characters further left: what a word says
  // tells more than where it stands.
  const place = (word: Word): number => {
    const column = columnOf(word, borders);
    const kind = fields[column];
    if (units.has(word.text))
      return (word.from > words[0]!.from && column === unit - 1) || kind === 'deadline' ? unit : column;
    if (deadline > column && kind === 'unit' && looksLikeDeadline(word.text)) return deadline;
    if (remarks < 0 || (kind !== 'unit' && kind !== 'deadline')) return column;
    const before = words[words.indexOf(word) - 1];
    const isBehindDate = before !== undefined && looksLikeDeadline(before.text) && !/\d/.test(word.text);
    return isBehindDate ||
      (kind === 'deadline' && !/^民國|[\d月日季年、]/.test(word.text) && !looksLikeDeadline(word.text)) ||
      (kind === 'unit' && remarks === column + 1 && word.from > words[0]!.from && looksLikeDeadline(word.text))
      ? remarks
      : column;
  };
  return [
    ...Map.groupBy(
      words.flatMap(word => parted(word, units)),
      place,
    ),
  ].map(([column, list]) => ({ column, text: tidy(list.map(({ text }) => text).join(' ')) }));
}

const stripsOf = (
  texts: readonly { readonly column: number; readonly text: string }[],
  line: number,
  at: number,
  columns: readonly (TableColumn | null)[] | null,
): readonly Strip[] =>
  texts.flatMap(({ column, text }) => {
    const kind = columns?.[column]?.column;
    return kind === undefined ? [] : [{ column: kind, text, line, at }];
  });
