import type { Alignment, Borders, Cell, Fill, Font, Style } from 'exceljs';
import { fontSize } from './layout.ts';

/** 標楷體 is what official documents are set in; charset 136 (Big5) lets a machine without it choose another Chinese font. */
const font = (size: number, more: Partial<Font> = {}): Partial<Font> => ({
  name: '標楷體',
  family: 4,
  charset: 136,
  size,
  ...more,
});

const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const thin = { style: 'thin', color: { argb: 'FF595959' } } as const;
const boxed: Partial<Borders> = { top: thin, left: thin, bottom: thin, right: thin };

const at = (horizontal: Alignment['horizontal'], vertical: Alignment['vertical']): Partial<Alignment> => ({
  horizontal,
  vertical,
  wrapText: true,
});

/** Text format, so that Excel neither turns what is typed into dates or numbers nor a leading = into a formula. */
const text = '@';

const cellOfTable = (more: Partial<Style>): Partial<Style> => ({
  font: font(fontSize),
  border: boxed,
  numFmt: text,
  alignment: at('left', 'top'),
  protection: { locked: true },
  ...more,
});

/** Pale yellow says "fill in here" on the screen and vanishes in print; grey says "closed". */
const open: Partial<Style> = { fill: fill('FFFFFBE8'), protection: { locked: false } };
const closed: Partial<Style> = { fill: fill('FFEDEDED') };

export const looks = {
  title: { font: font(18, { bold: true }), alignment: at('center', 'middle') },
  heading: { font: font(fontSize), alignment: at('left', 'middle') },
  sectionHeading: { font: font(14, { bold: true }), alignment: at('left', 'middle') },
  headingRight: { font: font(fontSize), alignment: at('right', 'middle') },
  hint: { font: font(10, { color: { argb: 'FF595959' } }), alignment: at('left', 'middle') },
  header: cellOfTable({
    font: font(fontSize, { bold: true }),
    fill: fill('FFDCE6E4'),
    alignment: at('center', 'middle'),
  }),
  text: cellOfTable({}),
  centred: cellOfTable({ alignment: at('center', 'middle') }),
  link: cellOfTable({ font: font(fontSize, { color: { argb: 'FF0B5394' }, underline: true }) }),
  openChoice: cellOfTable({ alignment: at('center', 'middle'), ...open }),
  openText: cellOfTable(open),
  closedChoice: cellOfTable({ alignment: at('center', 'middle'), ...closed }),
  closedText: cellOfTable(closed),
  signOff: cellOfTable({ protection: { locked: false } }),
  hidden: { numFmt: text, font: font(9, { color: { argb: 'FF7F7F7F' } }), protection: { locked: true } },
} as const satisfies Record<string, Partial<Style>>;

export type Look = keyof typeof looks;

const made = new Map<string, Partial<Style>>();

/**
 * Sets a cell's look. Cells of one look share one object, by which exceljs knows a style that it has written already; so
 * nothing may be changed on a cell's style afterwards.
 */
export function dress(cell: Cell, look: Look, size?: number): void {
  const key = `${look} ${size ?? ''}`;
  const plain: Partial<Style> = looks[look];
  const style = made.get(key) ?? (size && plain.font ? { ...plain, font: { ...plain.font, size } } : { ...plain });
  made.set(key, style);
  cell.style = style;
}
