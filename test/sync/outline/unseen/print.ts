import { landscape, type Sheet as Page, type Pen, pdf, portrait, sheet } from '../pdf/pdf-builder.ts';
import { type SetCell, type Setting, setTable, wrap } from '../pdf/table-setter.ts';
import type { Sheet, Written } from './paper.ts';

const margin = 42;
const size = 10;
const blind: Pen = { text: () => {}, line: () => {}, box: () => {}, raw: () => {} };

type Table = Extract<Sheet, { kind: 'table' }>;

/** Rows from one to before another, with the heading above them; what began further up goes on without its text. */
function stretch({ cells, headRows }: Table, from: number, to: number): readonly SetCell[] {
  const head = cells.filter(({ row }) => row < headRows);
  const body = cells
    .filter(({ row, rows }) => row >= headRows && row < to && row + rows > from)
    .map(cell => {
      const top = Math.max(cell.row, from);
      return {
        ...cell,
        text: cell.row < from ? '' : cell.text,
        row: top - from + headRows,
        rows: Math.min(cell.row + cell.rows, to) - top,
      };
    });
  return [...head, ...body];
}

type Finish = (paper: { readonly width: number; readonly height: number }, draw: (pen: Pen) => void) => Page;
const plain: Finish = sheet;

/** Stamped across and headed on every page. */
export const stamped: Finish = (paper, draw) =>
  sheet(paper, pen => {
    pen.raw('q 0.9 g BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm <83497a3f> Tj ET Q');
    pen.text(42, 24, '內部參考資料，請勿外流', 9);
    draw(pen);
  });

/** Scanned sideways, or set so by a program that knows no other paper: the page says that it is to be turned. */
export const turned: Finish = (paper, draw) => ({
  ...sheet(paper, pen => {
    pen.raw(`0 1 -1 0 ${paper.height} 0 cm`);
    draw(pen);
  }),
  width: paper.height,
  height: paper.width,
  rotate: 90,
});

/** Prints a plan: paragraphs that wrap and tables that break between rows, with the number below each page. */
export function printPdf({ blocks, paper }: Written, rules: Setting['rules'], finish: Finish = plain): Uint8Array {
  const page = paper === 'portrait' ? portrait : landscape;
  const bottom = page.height - 50;
  const align: Setting['align'] = rules === 'none' ? 'top' : 'middle';
  const pages: ((pen: Pen) => void)[][] = [[]];
  let y = margin + 10;
  const draw = (what: (pen: Pen) => void): void => void pages.at(-1)!.push(what);
  const turn = (): void => {
    pages.push([]);
    y = margin + 10;
  };
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'text') {
      const em = i === 0 ? 15 : 12;
      for (const line of wrap(block.text, page.width - 2 * margin, em)) {
        if (y > bottom) turn();
        const at = y;
        draw(pen => pen.text(margin, at, line, em));
        y += em * 1.6;
      }
      continue;
    }
    const rows = Math.max(...block.cells.map(({ row, rows: many }) => row + many));
    const setting = { left: margin, widths: block.widths!, rules, align, size };
    for (let from = block.headRows; from < rows; ) {
      const lower = (to: number): number => setTable(blind, stretch(block, from, to), { ...setting, top: y });
      let to = from + 1;
      if (lower(to) > bottom && y > 100) {
        turn();
        continue;
      }
      while (to < rows && lower(to + 1) <= bottom) to++;
      const [cells, top] = [stretch(block, from, to), y];
      draw(pen => void setTable(pen, cells, { ...setting, top }));
      y = lower(to) + 20;
      from = to;
      if (from < rows) turn();
    }
  }
  return pdf(
    pages.map(
      (drawn, i): Page =>
        finish(page, pen => {
          for (const each of drawn) each(pen);
          pen.text(page.width / 2, page.height - 25, `${i + 1}`, 9);
        }),
    ),
  );
}
