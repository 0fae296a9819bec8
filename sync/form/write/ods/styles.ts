import type { Style } from 'exceljs';
import type { DrawnCell, DrawnRow } from '../drawing.ts';
import { looks } from '../look.ts';
import { element } from './element.ts';

const textFormat = 'text-format';
const officialFont = '標楷體';

export const fontFaces = element(
  'office:font-face-decls',
  {},
  element('style:font-face', {
    'style:name': officialFont,
    'svg:font-family': officialFont,
    'style:font-family-generic': 'script',
  }),
);

const colour = (argb: string | undefined): string | null => (argb ? `#${argb.slice(2).toLowerCase()}` : null);
const sides: Readonly<Record<string, string>> = { left: 'start', center: 'center', right: 'end' };

/** A look in the terms of OpenDocument (1.3 part 3, 17). */
function cellStyle(name: string, look: Partial<Style>, size: number | undefined, holds: number): string {
  const { font = {}, fill, border, alignment = {}, protection, numFmt } = look;
  const letters = size ?? font.size ?? 12;
  const points = `${letters}pt`;
  const background = fill?.type === 'pattern' ? colour(fill.fgColor?.argb) : null;
  const line = border?.top ? `0.5pt solid ${colour(border.top.color?.argb) ?? '#000000'}` : null;
  const weight = font.bold ? 'bold' : null;
  return element(
    'style:style',
    {
      'style:name': name,
      'style:family': 'table-cell',
      'style:parent-style-name': 'Default',
      'style:data-style-name': numFmt === '@' ? textFormat : null,
    },
    element('style:table-cell-properties', {
      'fo:background-color': background,
      'fo:border': line,
      'style:cell-protect': protection?.locked === false ? 'none' : 'protected',
      'style:vertical-align': alignment.vertical ?? 'middle',
      'style:text-align-source': alignment.horizontal ? 'fix' : null,
      'fo:wrap-option': alignment.wrapText ? 'wrap' : null,
      'fo:padding-bottom': holds > letters ? `${holds - letters}pt` : null,
    }) +
      element('style:paragraph-properties', { 'fo:text-align': sides[alignment.horizontal ?? ''] }) +
      element('style:text-properties', {
        'style:font-name': officialFont,
        'style:font-name-asian': officialFont,
        'fo:font-size': points,
        'style:font-size-asian': points,
        'fo:font-weight': weight,
        'style:font-weight-asian': weight,
        'fo:color': colour(font.color?.argb),
        'style:text-underline-style': font.underline ? 'solid' : null,
        'style:text-underline-width': font.underline ? 'auto' : null,
      }),
  );
}

const rowStyle = (name: string, { height, grows }: DrawnRow): string =>
  element(
    'style:style',
    { 'style:name': name, 'style:family': 'table-row' },
    element('style:table-row-properties', {
      'style:row-height': `${height}pt`,
      'style:use-optimal-row-height': String(grows),
    }),
  );

/** Excel's character units are 7 pixels of 3/4 pt with 5 pixels of margin. */
const columnStyle = (name: string, width: number): string =>
  element(
    'style:style',
    { 'style:name': name, 'style:family': 'table-column' },
    element('style:table-column-properties', { 'style:column-width': `${((width * 7 + 5) * 0.75).toFixed(2)}pt` }),
  );

const sheetStyle = (name: string, master: string, display: boolean): string =>
  element(
    'style:style',
    { 'style:name': name, 'style:family': 'table', 'style:master-page-name': master },
    element('style:table-properties', { 'table:display': String(display), 'style:writing-mode': 'lr-tb' }),
  );

/** Names the styles that a document uses, each once, in the order of their first use. */
export class StyleNames {
  readonly #styles = new Map<string, { readonly name: string; readonly xml: string }>();

  #named(prefix: string, key: string, make: (name: string) => string): string {
    const known = this.#styles.get(`${prefix} ${key}`);
    if (known) return known.name;
    const name = `${prefix}${this.#styles.size + 1}`;
    this.#styles.set(`${prefix} ${key}`, { name, xml: make(name) });
    return name;
  }

  cell({ look, size, holds = 0 }: Pick<DrawnCell, 'look' | 'size' | 'holds'>): string {
    return this.#named('ce', `${look} ${size ?? ''} ${holds}`, name => cellStyle(name, looks[look], size, holds));
  }
  row(row: DrawnRow): string {
    return this.#named('ro', `${row.height} ${row.grows}`, name => rowStyle(name, row));
  }
  column(width: number): string {
    return this.#named('co', String(width), name => columnStyle(name, width));
  }
  sheet(master: string, display: boolean): string {
    return this.#named('ta', `${master} ${display}`, name => sheetStyle(name, master, display));
  }

  get xml(): string {
    const textStyle = element('number:text-style', { 'style:name': textFormat }, '<number:text-content/>');
    return element(
      'office:automatic-styles',
      {},
      textStyle + [...this.#styles.values()].map(({ xml }) => xml).join(''),
    );
  }
}
