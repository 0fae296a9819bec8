import type { PlanNode } from '../../../../sync/model/index.ts';
import { type Content, marks } from './plans.ts';

/** What stands in a column of a laid out table. */
type Column = 'number' | 'item' | 'keyPoint' | 'step' | 'unit' | 'lead' | 'assist' | 'deadline' | 'months' | 'remarks';

export interface Layout {
  readonly columns: readonly Column[];
  readonly headings: readonly string[];
  /** How a cell that covers several rows is made: merged, empty below its first row, or printed again. */
  readonly covers: 'merged' | 'blank';
  readonly numbering: readonly string[];
  readonly between: string;
  readonly month: (months: readonly number[]) => string;
  /** One table for each item, whose title stands above it. */
  readonly split: boolean;
  readonly widths: readonly number[];
  readonly paper: 'portrait' | 'landscape';
  readonly content: Content;
}

export interface LaidCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What is printed, in its order: lines of text, and tables of cells. */
export type Laid =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly cells: readonly LaidCell[]; readonly headRows: number };

const front = [
  '林泉市雲谷區公所114年度提升服務效能實施計畫',
  '壹、依據：林泉市政府提升服務效能推動方案。',
  '貳、目標：使民眾洽公更便利。',
  '參、實施內容：',
];
const back = ['肆、推動及管考：各課室於每年12月前將成果送秘書室彙整。', '伍、其他：本計畫如有未盡事宜，得隨時修正之。'];

/** A node with its mark and what is below it, as it stands in a cell. */
export function printed(node: PlanNode, mark: string, index: number): string {
  const own = `${node.label === null ? '' : marks[mark]!(index).printed}${node.text}`;
  return [own, ...node.children.map((child, i) => `${marks['(1)']!(i).printed}${child.text}`)].join('\n');
}

interface Row {
  readonly item: readonly [node: PlanNode, index: number, first: boolean, rows: number];
  readonly keyPoint: readonly [node: PlanNode, index: number, first: boolean, rows: number] | null;
  readonly step: readonly [node: PlanNode, index: number];
}

function rowsOf(items: readonly PlanNode[], levels: 2 | 3): readonly Row[] {
  return items.flatMap((item, i) => {
    if (levels === 2) {
      const rows = item.children.length;
      return item.children.map((step, s): Row => ({ item: [item, i, s === 0, rows], keyPoint: null, step: [step, s] }));
    }
    const rows = item.children.reduce((sum, { children }) => sum + children.length, 0);
    return item.children.flatMap((keyPoint, k) =>
      keyPoint.children.map(
        (step, s): Row => ({
          item: [item, i, k === 0 && s === 0, rows],
          keyPoint: [keyPoint, k, s === 0, keyPoint.children.length],
          step: [step, s],
        }),
      ),
    );
  });
}

function tableOf(items: readonly PlanNode[], from: number, layout: Layout): Laid {
  const { columns, headings, covers, numbering, between, month, content } = layout;
  const shallow = (node: PlanNode): PlanNode => ({ ...node, children: [] });
  const twoLines = headings.some(heading => heading.includes('|'));
  const headRows = twoLines ? 2 : 1;
  const head = headings.flatMap((heading, column): LaidCell[] => {
    if (!twoLines) return [{ text: heading, row: 0, column, rows: 1, columns: 1 }];
    const [above = '', below] = heading.split('|');
    if (below === undefined) return [{ text: above, row: 0, column, rows: 2, columns: 1 }];
    const under: LaidCell = { text: below, row: 1, column, rows: 1, columns: 1 };
    if (above === '') return [under];
    const span = headings.slice(column + 1).findIndex(other => !other.startsWith('|'));
    return [
      { text: above, row: 0, column, rows: 1, columns: 1 + (span < 0 ? headings.length - column - 1 : span) },
      under,
    ];
  });
  const cells = rowsOf(items, content.levels).flatMap((row, r): LaidCell[] =>
    columns.flatMap((kind, column): LaidCell[] => {
      const [step, s] = row.step;
      const one = (text: string): LaidCell[] =>
        text === ''
          ? [{ text, row: r + headRows, column, rows: 1, columns: 1 }]
          : [{ text, row: r + headRows, column, rows: 1, columns: 1 }];
      const covering = ([node, index, first, rows]: NonNullable<Row['keyPoint']>, mark: string): LaidCell[] =>
        first
          ? [
              {
                text: printed(shallow(node), mark, index),
                row: r + headRows,
                column,
                rows: covers === 'merged' ? rows : 1,
                columns: 1,
              },
            ]
          : covers === 'merged'
            ? []
            : one('');
      const [, index, first, rows] = row.item;
      const cellsOf: Readonly<Record<Column, () => LaidCell[]>> = {
        number: () =>
          first
            ? [
                {
                  text: `${index + from + 1}`,
                  row: r + headRows,
                  column,
                  rows: covers === 'merged' ? rows : 1,
                  columns: 1,
                },
              ]
            : covers === 'merged'
              ? []
              : one(''),
        item: () => covering([row.item[0], index + from, first, rows], numbering[0]!),
        keyPoint: () => covering(row.keyPoint!, numbering[1]!),
        step: () => one(printed(step, numbering[content.levels - 1]!, s)),
        unit: () => one(step.units.join(between)),
        lead: () => one(step.units[0] ?? ''),
        assist: () => one(step.units.slice(1).join(between)),
        deadline: () => one(month(step.checkMonths)),
        months: () => one(step.checkMonths.includes(Number(/(\d+)月/.exec(headings[column]!)?.[1])) ? '✓' : ''),
        remarks: () => one(step.remarks),
      };
      return cellsOf[kind]();
    }),
  );
  return { kind: 'table', cells: [...head, ...cells], headRows };
}

/** A plan as it is laid out. */
export function layOut(items: readonly PlanNode[], layout: Layout): readonly Laid[] {
  const text = (line: string): Laid => ({ kind: 'text', text: line });
  const tables = layout.split
    ? items.flatMap((item, i): Laid[] => [
        text(`${marks[layout.numbering[0]!]!(i).printed}${item.text}`),
        tableOf([item], i, { ...layout }),
      ])
    : [tableOf(items, 0, layout)];
  return [...front.map(text), ...tables, ...back.map(text)];
}

/** A plan without any table: lists in lists, with the units of a step behind it. */
export function layOutProse(
  items: readonly PlanNode[],
  numbering: readonly string[],
  unit: (units: readonly string[]) => string,
): readonly Laid[] {
  const lines = (nodes: readonly PlanNode[], level: number): readonly string[] =>
    nodes.flatMap((node, i) => [
      `${'　'.repeat(level)}${node.label === null ? '' : marks[numbering[level] ?? '(1)']!(i).printed}${node.text}${node.units.length > 0 ? unit(node.units) : ''}`,
      ...lines(node.children, level + 1),
    ]);
  return [...front, ...lines(items, 0), ...back].map(text => ({ kind: 'text', text }));
}
