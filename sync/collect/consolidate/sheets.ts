import { type MergedField, type MergedValue, names, say } from '../../model/index.ts';
import type { ConsolidatedItem, ConsolidatedRow, ConsolidationSource } from './source.ts';
import { type Counting, resultKey } from './statistics.ts';
import { headings, resultTitles } from './words.ts';

export type Value = string | number | null;
/** What a row is: it decides how it looks. */
export type Look = 'title' | 'note' | 'head' | 'body';
export interface OutRow {
  readonly look: Look;
  readonly values: readonly Value[];
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

const fieldWidths: Readonly<Partial<Record<MergedField, number>>> = {
  result: 12,
  narrative: 48,
  evidence: 32,
  history: 40,
  remarks: 28,
  action: 32,
  actualDate: 12,
};
const widthOf = (field: MergedField): number => fieldWidths[field] ?? 9;

const body = (values: readonly Value[]): OutRow => ({ look: 'body', values });

async function* mapped<T>(rows: AsyncIterable<T> | Iterable<T>, toRow: (row: T) => OutRow): AsyncGenerator<OutRow> {
  for await (const row of rows) yield toRow(row);
}

/** The data sheets, in the order of the tabs. @param counting counts the rows of 依機關 as they pass; null counts none */
export function dataSheets(source: ConsolidationSource, counting: Counting | null): readonly OutSheet[] {
  const { fields, items, agencies, locale, hasPrevious } = source;
  const words = headings(locale);
  const itemOf = new Map(items.map(item => [item.rowId, item]));
  const agencyOf = new Map(agencies.map(({ id, name }) => [id, name]));
  const named = (row: ConsolidatedRow) => agencyOf.get(row.recipientId) ?? row.recipientId;
  const asked = (row: ConsolidatedRow): readonly Value[] => askedValues(itemOf.get(row.rowId), row.rowId);
  const titles = fields.map(field => fieldTitle(field, locale));
  const accepted = (row: ConsolidatedRow): readonly Value[] => fields.map(field => row.accepted[field] ?? null);
  const previous = (row: ConsolidatedRow): readonly Value[] =>
    hasPrevious ? [row.previousResult ?? null, changeOf(row, words.changes)] : [];
  const review = (row: ConsolidatedRow): readonly Value[] => [
    row.first?.score ?? null,
    row.first?.remarks || null,
    row.second?.score ?? null,
    row.second?.remarks || null,
  ];
  const question = [words.label, words.path, words.question];
  const questionWidths = [8, 28, 40];
  const previousWidths = hasPrevious ? [12, 8] : [];
  const previousHead = hasPrevious ? [words.previous, words.change] : [];
  const widths = fields.map(widthOf);
  return [
    {
      name: words.byItem,
      widths: [...questionWidths, 18, ...widths, ...previousWidths],
      head: [...question, words.agency, ...titles, ...previousHead],
      rows: () => mapped(source.byItem(), row => body([...asked(row), named(row), ...accepted(row), ...previous(row)])),
    },
    {
      name: words.byAgency,
      widths: [18, ...questionWidths, ...widths, ...previousWidths, 9, 28, 9, 28],
      head: [words.agency, ...question, ...titles, ...previousHead, ...words.review],
      rows: () =>
        mapped(source.byAgency(), row => {
          counting?.add(row);
          return body([named(row), ...asked(row), ...accepted(row), ...previous(row), ...review(row)]);
        }),
    },
    {
      name: words.raw,
      widths: [18, ...questionWidths, ...fields.flatMap(field => [widthOf(field), widthOf(field)])],
      head: [words.agency, ...question, ...titles.flatMap(title => [words.original(title), words.accepted(title)])],
      rows: () =>
        mapped(source.byAgency(), row =>
          body([
            named(row),
            ...asked(row),
            ...fields.flatMap(field => [row.original[field] ?? null, row.accepted[field] ?? null]),
          ]),
        ),
    },
    {
      name: words.sources,
      widths: [18, 8, 40, 36, 18, 8, ...fields.map(() => 10)],
      head: [words.agency, words.label, words.question, words.file, words.sheet, words.row, ...titles],
      rows: () =>
        mapped(source.byAgency(), row => {
          const item = itemOf.get(row.rowId);
          const { lineage } = row;
          return body([
            named(row),
            item?.label ?? null,
            item?.text ?? row.rowId,
            lineage?.fileName ?? null,
            lineage?.sheet ?? null,
            lineage?.row ?? null,
            ...fields.map(field => lineage?.cells[field] ?? null),
          ]);
        }),
    },
  ];
}

const askedValues = (item: ConsolidatedItem | undefined, rowId: string): readonly Value[] =>
  item ? [item.label, item.path.join(' > '), item.text] : [null, null, rowId];

export const fieldTitle = (field: MergedField, locale: ConsolidationSource['locale']): string => {
  const known = names[`form.field.${field}`];
  return known ? known[locale === 'en' ? 'en' : 'zh'] : say(field, locale);
};

type Changes = ReturnType<typeof headings>['changes'];

function changeOf({ accepted, previousResult }: ConsolidatedRow, words: Changes): MergedValue {
  const [before, after] = [resultKey(previousResult), resultKey(accepted.result)];
  if (before === after) return null;
  return before === '' ? words.new : after === '' ? words.gone : words.changed;
}

/** How far everything is: totals, one row a skeleton item, one row an agency. @param counting has seen every row */
export function summarySheet(source: ConsolidationSource, counting: Counting): OutSheet {
  const { locale, agencies } = source;
  const words = headings(locale);
  return {
    name: words.summary,
    widths: [40, 14, 10, 10, 10, 10, 10, 10, 40],
    head: null,
    *rows() {
      const { byItem, byAgency, changes } = counting.statistics;
      const known = resultTitles(locale);
      const counts = (results: Readonly<Record<string, number>>, total: number): readonly Value[] => {
        const listed = known.map(([key]) => results[key] ?? 0);
        const blank = results[''] ?? 0;
        const others = total - blank - listed.reduce((sum, count) => sum + count, 0);
        return [...listed, others, blank];
      };
      const resultHead = [...known.map(([, title]) => title), words.otherResult, words.blank];
      yield { look: 'title', values: [source.title] };
      yield { look: 'note', values: [`${words.bureau}${source.agencyName}`] };
      yield { look: 'note', values: [`${words.made}${source.madeAt.slice(0, 16).replace('T', ' ')} UTC`] };
      for (const [state, list] of Map.groupBy(agencies, ({ state }) => state))
        yield { look: 'note', values: [`${state}${words.colon}${list.length}`] };
      if (changes) {
        yield body([]);
        yield {
          look: 'head',
          values: [words.since, words.changes.better, words.changes.worse, words.changes.new, words.changes.gone],
        };
        yield body([words.answers, changes.better, changes.worse, changes.new, changes.gone]);
      }
      yield body([]);
      yield { look: 'head', values: [words.question, words.total, ...resultHead] };
      for (const { text, total, results } of byItem) yield body([text, total, ...counts(results, total)]);
      yield body([]);
      yield { look: 'head', values: [words.agency, words.state, ...resultHead, words.file] };
      const ofAgency = new Map(byAgency.map(each => [each.recipientId, each]));
      for (const { id, name, state, files } of agencies) {
        const { total = 0, results = {} } = ofAgency.get(id) ?? {};
        yield body([name, state, ...counts(results, total), files.join('\n')]);
      }
    },
  };
}
