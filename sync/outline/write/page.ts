import { legible } from '../../form/plain-text.ts';
import { formatRocDate, markLabel, type PlanDocument } from '../../model/index.ts';
import { agencyInTitle, yearIn } from '../preamble.ts';
import { marked } from './marked.ts';
import { type PageTable, planTable, taskForceTable } from './table.ts';

/** A plan as it is to look on paper, from top to bottom, whatever format it is written in. */
export type PageBlock =
  | { readonly kind: 'title'; readonly text: string }
  /** Small print below the title: by which letter it was issued, and what the title does not say. */
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'heading'; readonly mark: string; readonly text: string }
  /** Under a heading; numbered entries hang on their mark. */
  | { readonly kind: 'entry'; readonly mark: string; readonly text: string }
  | { readonly kind: 'caption'; readonly text: string }
  | { readonly kind: 'table'; readonly table: PageTable };

export interface Page {
  readonly title: string;
  readonly agency: string;
  readonly landscape: boolean;
  readonly blocks: readonly PageBlock[];
}

export interface WriteOptions {
  /** Columns that are empty in the whole plan (deadline, remarks, units) are printed all the same, to be filled in by hand. */
  readonly emptyColumns?: boolean;
}

const entry = (text: string, label: string | null = null): PageBlock => ({ kind: 'entry', ...marked(label, text) });

/** One entry stands without a number, several are numbered. */
const entries = (texts: readonly string[]): readonly PageBlock[] =>
  texts.length === 1 ? [entry(texts[0]!)] : texts.map((text, i) => entry(text, markLabel('han', i + 1) ?? `${i + 1}`));

function letterOf(document: PlanDocument['document']): string {
  const date = document?.date ? formatRocDate(document.date) : '';
  const number = document?.number ? `${document.number}函` : '';
  return date + number;
}

function notesOf({ title, agency, year, document }: PlanDocument): readonly PageBlock[] {
  const texts = [
    letterOf(document),
    agency !== '' && agencyInTitle(title) !== agency ? `機關名稱：${agency}` : '',
    year !== null && yearIn(title) !== year ? `計畫年度：${year}年度` : '',
  ];
  return texts.filter(text => text !== '').map(text => ({ kind: 'note', text }));
}

interface Section {
  readonly heading: string;
  readonly blocks: readonly PageBlock[];
}

function sectionsOf(plan: PlanDocument, table: PageTable): readonly Section[] {
  const { basis, goals, scope, reviews, taskForce, closing } = plan;
  const text = (only: string): readonly PageBlock[] => (only === '' ? [] : [entry(only)]);
  const group = taskForceTable(taskForce);
  return [
    { heading: '計畫依據', blocks: entries(basis) },
    { heading: '計畫目標', blocks: entries(goals) },
    { heading: '實施對象', blocks: text(scope) },
    { heading: '計畫內容', blocks: [{ kind: 'table', table }] },
    {
      heading: '推動及管考',
      blocks: [
        ...entries(reviews.map(review => review.text)),
        ...(taskForce.length > 0
          ? ([
              { kind: 'caption', text: '推動小組編組表' },
              { kind: 'table', table: group },
            ] as const)
          : []),
      ],
    },
    { heading: '其他', blocks: text(closing) },
  ];
}

/** 壹、貳、參、… by the index of the section. */
export const sectionMark = (index: number): string => `${markLabel('formal', index + 1)}、`;

/** Draws a plan: title, numbered sections, and the table among them. Sections that it does not have are left out. */
export function pageOf(plan: PlanDocument, options: WriteOptions = {}): Page {
  const table = planTable(plan.items, options.emptyColumns ?? false);
  const sections = sectionsOf(plan, table).filter(({ blocks }) => blocks.length > 0);
  return {
    title: legible(plan.title),
    agency: legible(plan.agency),
    landscape: table.columns.length > 5,
    blocks: [
      { kind: 'title', text: plan.title },
      ...notesOf(plan),
      ...sections.flatMap(({ heading, blocks }, i): readonly PageBlock[] => [
        { kind: 'heading', mark: sectionMark(i), text: heading },
        ...blocks,
      ]),
    ],
  };
}
