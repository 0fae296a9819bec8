import { strToU8, zipSync } from 'fflate';

const namespaces = ['office', 'text', 'table', 'style', 'drawing']
  .map(name => `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
  )
  .join(' ');
const mimetype = 'application/vnd.oasis.opendocument.text';

export interface TextParts {
  /** The children of office:text. */
  readonly body: string;
  /** The children of office:automatic-styles and of office:styles. */
  readonly automatic?: string;
  readonly common?: string;
  readonly others?: Readonly<Record<string, string>>;
}

const bodyOf = (body: string): string => `<office:body><office:text>${body}</office:text></office:body>`;

/** An .odt of these parts. */
export function textFile({ body, automatic = '', common = '', others = {} }: TextParts): Uint8Array {
  const root = (name: string, content: string): string => `<office:${name} ${namespaces}>${content}</office:${name}>`;
  const parts = {
    mimetype,
    'content.xml': root(
      'document-content',
      `<office:automatic-styles>${automatic}</office:automatic-styles>${bodyOf(body)}`,
    ),
    'styles.xml': root('document-styles', `<office:styles>${common}</office:styles>`),
    ...others,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** The same as one flat file. */
export const flatFile = ({ body, automatic = '', common = '' }: TextParts): Uint8Array =>
  strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${namespaces} office:mimetype="${mimetype}"><office:styles>${common}</office:styles><office:automatic-styles>${automatic}</office:automatic-styles>${bodyOf(body)}</office:document>`,
  );

export const p = (content: string, style = ''): string =>
  `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${content}</text:p>`;

export const h = (content: string, level: number): string =>
  `<text:h text:outline-level="${level}">${content}</text:h>`;

/** A list of items, which are contents of their own. */
export const list = (items: readonly string[], attributes = 'text:style-name="L"'): string =>
  `<text:list ${attributes}>${items.map(item => `<text:list-item>${item}</text:list-item>`).join('')}</text:list>`;

export const level = (n: number, format: string, prefix: string, suffix: string, more = ''): string =>
  `<text:list-level-style-number text:level="${n}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}" ${more}/>`;

export const listStyle = (...levels: readonly string[]): string =>
  `<text:list-style style:name="L">${levels.join('')}</text:list-style>`;

/** The numbering that plans use. */
export const planList = listStyle(
  level(1, '一, 二, 三, ...', '', '、'),
  level(2, '一, 二, 三, ...', '(', ')'),
  level(3, '1', '', '.'),
  level(4, '1', '(', ')'),
  level(5, '①, ②, ③, ...', '', ''),
);

export const cell = (content: string, attributes = ''): string =>
  `<table:table-cell ${attributes}>${
    content.startsWith('<')
      ? content
      : content
          .split('\n')
          .map(line => p(line))
          .join('')
  }</table:table-cell>`;
export const covered = (many = 1): string =>
  `<table:covered-table-cell${many > 1 ? ` table:number-columns-repeated="${many}"` : ''}/>`;
export const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
export const table = (...rows: readonly string[]): string => `<table:table>${rows.join('')}</table:table>`;
