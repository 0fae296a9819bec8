import type { Drawing, DrawnCell, DrawnRow } from '../../../form/write/drawing.ts';
import { fontSize, raiseForMerged } from '../../../form/write/layout.ts';
import type { Look } from '../../../form/write/look.ts';
import { greatestHeight, heightOf } from '../../../form/write/measure.ts';
import type { Range } from '../../../sheet/index.ts';
import { type Page, type PageBlock, sectionMark } from '../page.ts';
import { cellText, type PageCell, type PageTable } from '../table.ts';

/** A workbook of a plan: its table first, who drives it, and what it says around that. */
const sheetNames = { table: '執行計畫', group: '編組表', text: '計畫說明' } as const;

/** In Excel's character units. */
const wholeWidth = 142;
const titleSize = 18;
const headingHeight = 30;

type Block<Kind extends PageBlock['kind']> = Extract<PageBlock, { kind: Kind }>;
const of = <Kind extends PageBlock['kind']>(page: Page, kind: Kind): readonly Block<Kind>[] =>
  page.blocks.filter((block): block is Block<Kind> => block.kind === kind);

const line = (text: string, look: Look, width: number, size = fontSize): DrawnRow => ({
  height: Math.min(greatestHeight, Math.max(22, heightOf(text, width, size))),
  grows: true,
  cells: [{ column: 1, text, look }],
});

const widthsOf = ({ columns }: PageTable): readonly number[] => {
  const sum = columns.reduce((all, { share }) => all + share, 0);
  return columns.map(({ share }) => Math.round((wholeWidth * share) / sum));
};

/** Cells in the rows of the sheet; under a merged one an empty cell keeps its look, for its borders. */
function bodyCells(table: PageTable, i: number): readonly DrawnCell[] {
  return table.rows[i]!.map((cell, column) => ({
    column: column + 1,
    text: cell ? cellText(cell) : '',
    look: table.columns[column]!.centred ? 'centred' : 'text',
  }));
}

/**
 * A row grows with its text, but one that was raised for a merged cell keeps its height: programs that fit rows anew look at
 * what stands in the row alone, and what is merged over it would run out of its cell.
 */
function heightsOf(table: PageTable, widths: readonly number[]): readonly Pick<DrawnRow, 'height' | 'grows'>[] {
  const height = (cell: PageCell, column: number): number => heightOf(cellText(cell), widths[column]!, fontSize);
  const own = table.rows.map(row =>
    Math.min(greatestHeight, Math.max(22, ...row.map((cell, i) => (cell?.rows === 1 ? height(cell, i) : 0)))),
  );
  const merged = table.rows.flatMap((row, first) =>
    row.flatMap((cell, i) =>
      cell && cell.rows > 1 ? [{ first, last: first + cell.rows - 1, height: height(cell, i) }] : [],
    ),
  );
  return raiseForMerged(own, merged).map((height, i) => ({ height, grows: height === own[i] }));
}

function mergesOf({ rows }: PageTable, top: number): readonly Range[] {
  return rows.flatMap((row, i) =>
    row.flatMap((cell, column) =>
      cell && cell.rows > 1
        ? [{ top: top + i, left: column + 1, bottom: top + i + cell.rows - 1, right: column + 1 }]
        : [],
    ),
  );
}

/** A table with the lines above it. */
function tableSheet(name: string, above: readonly DrawnRow[], table: PageTable, footer: Drawing['footer']): Drawing {
  const widths = widthsOf(table);
  const heights = heightsOf(table, widths);
  const head: DrawnRow = {
    height: headingHeight,
    grows: true,
    cells: table.columns.map(({ title }, i) => ({ column: i + 1, text: title, look: 'header' })),
  };
  const top = above.length + 1;
  return {
    name,
    columns: widths.map(width => ({ width, hidden: false })),
    rows: [...above, head, ...table.rows.map((_, i) => ({ ...heights[i]!, cells: bodyCells(table, i) }))],
    merges: [
      ...above.map((_, i) => ({ top: i + 1, left: 1, bottom: i + 1, right: table.columns.length })),
      ...mergesOf(table, top + 1),
    ],
    frozenRows: top,
    repeatsHeader: true,
    filter: null,
    protected: false,
    footer,
  };
}

/** One column of lines, for what stands around the table; numbered anew, since the table's own section stands elsewhere. */
function textSheet({ blocks }: Page, footer: Drawing['footer']): readonly Drawing[] {
  const rows: DrawnRow[] = [];
  let sections = 0;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'entry') rows.push(line(block.mark + block.text, 'heading', wholeWidth));
    if (block.kind !== 'heading' || blocks[i + 1]?.kind !== 'entry') continue;
    rows.push(line(sectionMark(sections) + block.text, 'sectionHeading', wholeWidth));
    sections += 1;
  }
  if (rows.length === 0) return [];
  const columns = [{ width: wholeWidth, hidden: false }];
  const plain = { merges: [], frozenRows: 0, repeatsHeader: false, filter: null, protected: false, footer };
  return [{ name: sheetNames.text, columns, rows, ...plain }];
}

/** The sheets of a plan as they are to look, in .xlsx and .ods alike. */
export function drawPlan(page: Page): readonly Drawing[] {
  const footer: Drawing['footer'] = [page.agency, page.title];
  const above = [
    ...of(page, 'title').map(({ text }) => line(text, 'title', wholeWidth, titleSize)),
    ...of(page, 'note').map(({ text }) => line(text, 'headingRight', wholeWidth)),
  ];
  const [table, group] = of(page, 'table').map(block => block.table);
  const caption = of(page, 'caption').map(({ text }) => line(text, 'title', wholeWidth, titleSize));
  return [
    ...(table ? [tableSheet(sheetNames.table, above, table, footer)] : []),
    ...(group ? [tableSheet(sheetNames.group, caption, group, footer)] : []),
    ...textSheet(page, footer),
  ];
}
