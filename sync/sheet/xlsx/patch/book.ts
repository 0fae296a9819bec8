import type { ListSource } from '../../choices.ts';
import { indexSheet } from '../../sheet-index.ts';
import type { Sheet, Table } from '../../workbook.ts';
import type { CellContext } from '../cell.ts';
import { mainPart } from '../main-part.ts';
import { type Relationship, relationshipsOf } from '../package.ts';
import { readSharedStrings } from '../shared-strings.ts';
import { noStyles, readStyles, type Styles } from '../styles.ts';
import { surroundingsOf } from '../surroundings.ts';
import { readWorkbookPart, type WorkbookPart } from '../workbook-part.ts';
import { readWorksheet } from '../worksheet.ts';
import { type Formula, keptFormulas } from './formulas.ts';
import type { Part, Source } from './source.ts';

/** What is known of the whole workbook while its cells are patched; the dear things are made when they are asked for. */
export interface Book extends Pick<WorkbookPart, 'date1904' | 'definedNames'> {
  readonly main: Part;
  readonly styles: Styles;
  /** Name of the part of the shared strings; null in a workbook that has none. */
  readonly stringsPart: string | null;
  /** Worksheets in the order of their tabs. */
  readonly sheets: readonly BookSheet[];
  readonly tablesOf: (part: string, tableIds: readonly string[]) => readonly Table[];
  /** The tables of a sheet that was not looked into. */
  readonly allTablesOf: (part: string) => readonly Table[];
  /** Cells that lists of choices stand in. */
  readonly lists: ListSource;
}

export interface BookSheet {
  readonly name: string;
  readonly part: string;
  readonly formulas: () => Iterable<Formula>;
}

export function openBook(source: Source): Book {
  const { archive } = source;
  const main = source.part(mainPart(archive));
  const related = relationshipsOf(archive, main.name);
  const { date1904, definedNames, entries } = readWorkbookPart(textOf(main), main.name);
  const partOf = (kind: string): string | null => {
    const part = related.find(r => r.kind === kind)?.part;
    return part !== undefined && source.has(part) ? part : null;
  };
  const [stylesPart, stringsPart] = [partOf('styles'), partOf('sharedStrings')];
  const styles = stylesPart === null ? noStyles : readStyles(textOf(source.part(stylesPart)), stylesPart);
  const sheets = entries.flatMap(({ name, id }) => {
    const part = worksheetPart(related, id);
    return part !== null && source.has(part) ? [{ name, part, formulas: keptFormulas(() => source.peek(part)) }] : [];
  });
  const context = once(
    (): CellContext => ({
      date1904,
      styles,
      strings: stringsPart === null ? [] : readSharedStrings(textOf(source.part(stringsPart)), stringsPart).texts,
    }),
  );
  return {
    main,
    date1904,
    definedNames,
    styles,
    stringsPart,
    sheets,
    tablesOf: (part, tableIds) => (tableIds.length === 0 ? [] : surroundingsOf(archive, part, tableIds, []).tables),
    allTablesOf: part => {
      const ids = relationshipsOf(archive, part).flatMap(({ kind, id }) => (kind === 'table' ? [id] : []));
      return surroundingsOf(archive, part, ids, []).tables;
    },
    lists: { definedNames, sheets: sheets.map(({ name, part }) => lazySheet(name, part, source, context)) },
  };
}

export const textOf = ({ xml, decode }: Part): string => decode(xml);

function worksheetPart(related: readonly Relationship[], id: string): string | null {
  const relationship = related.find(r => r.id === id);
  return relationship?.kind === 'worksheet' ? relationship.part : null;
}

/** A sheet that is read when a list of choices is looked up on it. */
function lazySheet(
  name: string,
  part: string,
  source: Source,
  context: () => CellContext,
): Pick<Sheet, 'name' | 'rows' | 'cell'> {
  const read = once(() => {
    const content = readWorksheet(textOf(source.part(part)), part, context(), source.limits, { cells: 0 });
    const around = { notes: () => new Map<string, string>(), links: () => [], tables: [] };
    return indexSheet({ ...content, ...around, name, part, state: 'visible' }).sheet;
  });
  return {
    name,
    get rows() {
      return read().rows;
    },
    cell: (row, column) => read().cell(row, column),
  };
}

export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
