import { type Stretch, type Table, type TableCell, tableWorkbook } from '../../form/write/table.ts';
import {
  type Locale,
  type PlanChange,
  type PlanSectionRow,
  planChanges,
  say,
  type WordChange,
} from '../../model/index.ts';
import type { DiffRow, DiffSide, PlanDiff } from './index.ts';

/** What the two plans are called. */
export interface DiffTitles {
  readonly before: string;
  readonly after: string;
}

type Node = Parameters<typeof saidIn>[0];

const indent = '　';
const looks = { both: 'plain', before: 'gone', after: 'come' } as const;

const stretches = (words: readonly WordChange[], side: 'before' | 'after'): readonly Stretch[] =>
  words.filter(word => word.in === 'both' || word.in === side).map(word => ({ text: word.text, look: looks[word.in] }));

const saidIn = (node: {
  readonly label: string | null;
  readonly text: string;
  readonly units: readonly string[];
  readonly checkMonths: readonly number[];
}) => node;

/** A comparison as a workbook: both plans side by side, every row with its change in words, and below them what stands around the tree. */
export function diffWorkbook<T extends Node>(
  { rows, counts }: PlanDiff<T>,
  titles: DiffTitles,
  locale: Locale,
  sections: readonly PlanSectionRow[] = [],
): Promise<Uint8Array> {
  const word = (code: string, params = {}) => say(`plan_diff_${code}`, locale, params);
  const told = (kind: PlanChange): string => `${word(kind)} ${counts[kind]}`;
  const list = (values: readonly (string | number)[]): string => values.join(locale === 'en' ? ', ' : '、');
  const side = (row: DiffRow<T>, which: 'before' | 'after'): readonly TableCell[] => {
    const here: DiffSide<T> | null = row[which];
    if (!here) return [{ text: '' }, { text: '' }, { text: '' }, { text: '' }];
    const { label, text, units, checkMonths } = saidIn(here.node);
    const alone: Stretch['look'] | null = row.kind === 'added' ? 'come' : row.kind === 'removed' ? 'gone' : null;
    const words = row.words.length > 0 ? stretches(row.words, which) : alone ? [{ text, look: alone }] : text;
    return [
      { text: indent.repeat(here.path.length - 1) + (label ?? ''), look: 'text' },
      { text: words },
      { text: list(units) },
      { text: list(checkMonths), look: 'centred' },
    ];
  };
  const sectionSide = (row: PlanSectionRow, which: 'before' | 'after'): readonly TableCell[] => {
    const text = row[which];
    if (text === null) return [{ text: '' }, { text: '' }, { text: '' }, { text: '' }];
    const alone: Stretch['look'] | null = row.kind === 'added' ? 'come' : row.kind === 'removed' ? 'gone' : null;
    const words = row.words.length > 0 ? stretches(row.words, which) : alone ? [{ text, look: alone }] : text;
    return [{ text: word(`section_${row.section}`) }, { text: words }, { text: '' }, { text: '' }];
  };
  const table: Table = {
    sheet: word('sheet'),
    title: word('title', { before: titles.before, after: titles.after }),
    notes: [planChanges.map(told).join(locale === 'en' ? '; ' : '；')],
    columns: [
      { title: word('change'), width: 12 },
      ...(['before', 'after'] as const).flatMap(which => [
        { title: word('label', { plan: word(which) }), width: 10 },
        { title: word('text', { plan: word(which) }), width: 48 },
        { title: word('units', { plan: word(which) }), width: 14 },
        { title: word('months', { plan: word(which) }), width: 10 },
      ]),
      { title: word('differs'), width: 18 },
    ],
    rows: [
      ...rows.map(row => [
        { text: word(row.kind), look: 'centred' as const },
        ...side(row, 'before'),
        ...side(row, 'after'),
        { text: list(row.differs.map(difference => word(`in_${difference}`))) },
      ]),
      ...sections.map(row => [
        { text: word(row.kind), look: 'centred' as const },
        ...sectionSide(row, 'before'),
        ...sectionSide(row, 'after'),
        { text: row.kind === 'reworded' ? word('in_text') : '' },
      ]),
    ],
  };
  return tableWorkbook(table);
}
