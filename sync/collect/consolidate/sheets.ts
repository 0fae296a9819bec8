import { formatRocDateShort, type MergedField, type MergedValue, names, say } from '../../model/index.ts';
import type { ConsolidatedItem, ConsolidatedRow, ConsolidationSource } from './source.ts';
import { type Counting, changeBetween, resultKey } from './statistics.ts';
import { headings } from './words.ts';

export type Value = string | number | null;
/** What a row is: it decides how it looks. */
export type Look = 'title' | 'note' | 'head' | 'group' | 'body' | 'total';
export interface OutRow {
  readonly look: Look;
  readonly values: readonly Value[];
  /** Columns, from 0, that are to be seen at a glance. */
  readonly marked?: readonly number[];
}

/** A sheet of the consolidated workbook, to be written row by row. */
export interface OutSheet {
  readonly name: string;
  /** In characters of the default font, one a column. */
  readonly widths: readonly number[];
  /** The header that stays in sight, is printed on every page, and filters; null on a sheet of several tables. */
  readonly head: readonly string[] | null;
  readonly rows: () => AsyncIterable<OutRow> | Iterable<OutRow>;
}

/** As wide as one page of A4 across holds in letters that can be read: texts break into lines instead. */
const fieldWidths: Readonly<Partial<Record<MergedField, number>>> = {
  result: 9,
  narrative: 34,
  evidence: 18,
  history: 24,
  remarks: 16,
  action: 24,
  actualDate: 11,
};
const widthOf = (field: MergedField): number => fieldWidths[field] ?? 7;
const agencyWidth = 18;
const questionWidths = [6, 18, 26] as const;
const previousWidths = [9, 7] as const;
const reviewWidths = [6, 16, 6, 16] as const;

export const body = (values: readonly Value[]): OutRow => ({ look: 'body', values });

async function* mapped<T>(rows: AsyncIterable<T> | Iterable<T>, toRow: (row: T) => OutRow): AsyncGenerator<OutRow> {
  for await (const row of rows) yield toRow(row);
}

/** The data sheets, in the order of the tabs. @param counting counts the rows of 依機關 as they pass; null counts none */
export function dataSheets(source: ConsolidationSource, counting: Counting | null): readonly OutSheet[] {
  const { fields, items, agencies, locale, hasPrevious, hasReviews = true } = source;
  const words = headings(locale);
  const itemOf = new Map(items.map(item => [item.rowId, asked(item)]));
  const agencyOf = new Map(agencies.map(({ id, name }) => [id, name]));
  const named = (row: ConsolidatedRow) => agencyOf.get(row.recipientId) ?? row.recipientId;
  const question = (row: ConsolidatedRow): readonly Value[] => itemOf.get(row.rowId) ?? [null, null, row.rowId];
  const written = locale === 'en' ? (value: MergedValue) => value : inRocYears;
  const accepted = (row: ConsolidatedRow): readonly Value[] =>
    fields.map(field => written(row.accepted[field] ?? null, field));
  const previous = (row: ConsolidatedRow): readonly Value[] =>
    hasPrevious ? [row.previousResult ?? null, changeOf(row, words.changes)] : [];
  const reviews = (row: ConsolidatedRow): readonly Value[] =>
    hasReviews
      ? [row.first?.score ?? null, row.first?.remarks || null, row.second?.score ?? null, row.second?.remarks || null]
      : [];
  const titles = fields.map(field => fieldTitle(field, locale));
  const widths = fields.map(widthOf);
  const questionHead = [words.label, words.path, words.question];
  const [previousHead, previousColumns] = hasPrevious ? [[words.previous, words.change], previousWidths] : [[], []];
  const [reviewHead, reviewColumns] = hasReviews ? [words.review, reviewWidths] : [[], []];
  return [
    {
      name: words.byItem,
      widths: [...questionWidths, agencyWidth, ...widths, ...previousColumns],
      head: [...questionHead, words.agency, ...titles, ...previousHead],
      rows: () =>
        mapped(source.byItem(), row => body([...question(row), named(row), ...accepted(row), ...previous(row)])),
    },
    {
      name: words.byAgency,
      widths: [agencyWidth, ...questionWidths, ...widths, ...previousColumns, ...reviewColumns],
      head: [words.agency, ...questionHead, ...titles, ...previousHead, ...reviewHead],
      rows: () =>
        mapped(source.byAgency(), row => {
          counting?.add(row);
          return body([named(row), ...question(row), ...accepted(row), ...previous(row), ...reviews(row)]);
        }),
    },
    {
      name: words.raw,
      widths: [agencyWidth, ...questionWidths, ...widths.flatMap(width => [width, width])],
      head: [words.agency, ...questionHead, ...titles.flatMap(title => [words.original(title), words.accepted(title)])],
      rows: () => mapped(source.byAgency(), row => bothSides([named(row), ...question(row)], row, fields)),
    },
    {
      name: words.sources,
      widths: [agencyWidth, 6, 30, 32, 14, 6, ...fields.map(() => 9)],
      head: [words.agency, words.label, words.question, words.file, words.sheet, words.row, ...titles],
      rows: () =>
        mapped(source.byAgency(), row => {
          const [label = null, , text = null] = question(row);
          const { lineage } = row;
          const place = [lineage?.fileName ?? null, lineage?.sheet ?? null, lineage?.row ?? null];
          return body([named(row), label, text, ...place, ...fields.map(field => lineage?.cells[field] ?? null)]);
        }),
    },
  ];
}

const asked = ({ label, path, text }: ConsolidatedItem): readonly Value[] => [label, path.join(' > '), text];

const isoDay = /^\d{4}-\d\d-\d\d$/;

/** Days are printed as offices write them. */
const inRocYears = (value: MergedValue, field: MergedField): MergedValue =>
  field === 'actualDate' && typeof value === 'string' && isoDay.test(value) ? formatRocDateShort(value) : value;

/** What was sent beside what counts; where a person put it right, that is seen at a glance. */
function bothSides(
  place: readonly Value[],
  { original, accepted }: ConsolidatedRow,
  fields: readonly MergedField[],
): OutRow {
  const pairs = fields.map(field => [original[field] ?? null, accepted[field] ?? null] as const);
  const marked = pairs.flatMap(([sent, counts], i) =>
    String(sent ?? '') === String(counts ?? '') ? [] : [place.length + 2 * i + 1],
  );
  return { look: 'body', values: [...place, ...pairs.flat()], marked };
}

export const fieldTitle = (field: MergedField, locale: ConsolidationSource['locale']): string => {
  const known = names[`form.field.${field}`];
  return known ? known[locale === 'en' ? 'en' : 'zh'] : say(field, locale);
};

type Changes = ReturnType<typeof headings>['changes'];

function changeOf({ accepted, previousResult }: ConsolidatedRow, words: Changes): MergedValue {
  const change = changeBetween(resultKey(previousResult), resultKey(accepted.result));
  return change === null ? null : words[change];
}
