import { element } from '../../../form/write/ods/element.ts';
import { sizes } from '../look.ts';
import { widthOfMark } from '../marked.ts';
import type { Page, PageBlock } from '../page.ts';
import { masterPage } from './page-style.ts';
import type { Styles } from './styles.ts';
import { tableXml } from './table.ts';
import { paragraph } from './text.ts';

type Setters = {
  readonly [Kind in PageBlock['kind']]: (
    block: Extract<PageBlock, { kind: Kind }>,
    styles: Styles,
    page: Page,
  ) => string;
};

const setters: Setters = {
  title: ({ text }, styles) =>
    paragraph(text, styles, { size: sizes.title, bold: true, align: 'center', below: 6, master: masterPage }),
  note: ({ text }, styles) => paragraph(text, styles, { size: sizes.note, align: 'end', below: 3 }),
  heading: ({ mark, text }, styles) =>
    paragraph(mark + text, styles, {
      size: sizes.heading,
      bold: true,
      above: 10,
      below: 4,
      keepWithNext: true,
      outline: 1,
    }),
  entry: ({ mark, text }, styles) =>
    paragraph(mark + text, styles, {
      size: sizes.entry,
      below: 3,
      left: sizes.entry * 2,
      hang: sizes.entry * widthOfMark(mark),
    }),
  caption: ({ text }, styles) =>
    paragraph(text, styles, {
      size: sizes.caption,
      bold: true,
      align: 'center',
      above: 8,
      below: 4,
      keepWithNext: true,
    }),
  table: ({ table }, styles, page) => tableXml(table, styles, page.landscape),
};

const set = <Kind extends PageBlock['kind']>(
  block: Extract<PageBlock, { kind: Kind }>,
  styles: Styles,
  page: Page,
): string => (setters[block.kind as Kind] as Setters[Kind])(block, styles, page);

/** What stands in `office:text`. A table at the very end needs a paragraph behind it. */
export const bodyXml = (page: Page, styles: Styles): string =>
  page.blocks.map(block => set(block, styles, page)).join('') +
  (page.blocks.at(-1)?.kind === 'table' ? element('text:p', {}) : '');
