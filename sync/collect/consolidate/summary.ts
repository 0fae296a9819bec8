import { dayInTaipei, timeInTaipei } from '../../model/index.ts';
import { body, type OutRow, type OutSheet, type Value } from './sheets.ts';
import type { ConsolidatedItem, ConsolidationSource } from './source.ts';
import type { Counting, Statistics } from './statistics.ts';
import { headings, resultTitles } from './words.ts';

type Words = ReturnType<typeof headings>;

/** How far everything is: totals, one row a skeleton item, one row an agency. @param counting has seen every row */
export function summarySheet(source: ConsolidationSource, counting: Counting): OutSheet {
  const words = headings(source.locale);
  const counts = countsIn(source, words);
  return {
    name: words.summary,
    widths: [6, 46, 10, ...counts.head.map(() => 8), 36],
    head: null,
    *rows() {
      const { byItem, byAgency, changes } = counting.statistics;
      yield* about(source, words);
      if (changes) yield* since(changes, words);
      yield body([]);
      yield* itemsTable(source, byItem, counts, words);
      yield body([]);
      yield* agenciesTable(source, byAgency, counts, words);
    },
  };
}

interface Counts {
  readonly head: readonly string[];
  readonly of: (results: Readonly<Record<string, number>>, total: number) => readonly number[];
}

/** Columns of results; a form that asks for none has none. */
function countsIn({ fields, locale }: ConsolidationSource, words: Words): Counts {
  if (!fields.includes('result')) return { head: [], of: () => [] };
  const known = resultTitles(locale);
  return {
    head: [...known.map(([, title]) => title), words.otherResult, words.blank],
    of: (results, total) => {
      const listed = known.map(([key]) => results[key] ?? 0);
      const blank = results[''] ?? 0;
      return [...listed, total - blank - sumOf(listed), blank];
    },
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
const sumsOf = (rows: readonly (readonly number[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, i) => sumOf(rows.map(row => row[i] ?? 0)));

function* about({ title, agencyName, madeAt, agencies }: ConsolidationSource, words: Words): Generator<OutRow> {
  const note = (text: string): OutRow => ({ look: 'note', values: [text] });
  const made = new Date(madeAt);
  const states = [...Map.groupBy(agencies, ({ state }) => state)];
  yield { look: 'title', values: [title] };
  if (agencyName !== '') yield note(`${words.bureau}${agencyName}`);
  yield note(`${words.made}${words.moment(dayInTaipei(made), timeInTaipei(made))}`);
  yield note(
    [words.agencies(agencies.length), ...states.map(([state, list]) => `${state} ${list.length}`)].join(words.comma),
  );
}

function* since(changes: NonNullable<Statistics['changes']>, words: Words): Generator<OutRow> {
  const { better, worse, new: fresh, gone } = words.changes;
  yield body([]);
  yield { look: 'head', values: ['', words.since, better, worse, fresh, gone] };
  yield body([null, words.answers, changes.better, changes.worse, changes.new, changes.gone]);
}

/** Titles repeat within a form: what a question stands under is told above it. */
function* itemsTable(
  { items }: ConsolidationSource,
  byItem: Statistics['byItem'],
  counts: Counts,
  words: Words,
): Generator<OutRow> {
  const firstOf = new Map<string, ConsolidatedItem>();
  for (const item of items) {
    const key = item.skeletonKey ?? item.rowId;
    if (!firstOf.has(key)) firstOf.set(key, item);
  }
  yield { look: 'head', values: [words.label, words.question, words.total, ...counts.head] };
  let above = '';
  for (const { key, text, total, results } of byItem) {
    const item = firstOf.get(key);
    const [label, path] = item && item.skeletonKey === null ? [item.label, item.path.join(' > ')] : [null, ''];
    if (path !== above && path !== '')
      yield { look: 'group', values: [path, null, null, ...counts.head.map(() => null)] };
    above = path;
    yield body([label, text, total, ...counts.of(results, total)]);
  }
  const sums = sumsOf(byItem.map(({ total, results }) => [total, ...counts.of(results, total)]));
  if (sums.length > 0) yield { look: 'total', values: [null, words.sum, ...sums] };
}

function* agenciesTable(
  { agencies }: ConsolidationSource,
  byAgency: Statistics['byAgency'],
  counts: Counts,
  words: Words,
): Generator<OutRow> {
  const ofAgency = new Map(byAgency.map(each => [each.recipientId, each]));
  const countsOf = (id: string): readonly number[] => {
    const { total = 0, results = {} } = ofAgency.get(id) ?? {};
    return counts.of(results, total);
  };
  yield { look: 'head', values: [words.number, words.agency, words.state, ...counts.head, words.file] };
  for (const [i, { id, name, state, files }] of agencies.entries()) {
    const values: readonly Value[] = [i + 1, name, state, ...countsOf(id), files.join('\n') || null];
    yield body(values);
  }
  const sums = sumsOf(agencies.map(({ id }) => countsOf(id)));
  if (sums.length > 0) yield { look: 'total', values: [null, words.sum, null, ...sums, null] };
}
