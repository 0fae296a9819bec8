import { strToU8, zipSync } from 'fflate';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WordParts {
  /** The children of w:body. */
  readonly body: string;
  /** The children of w:numbering and w:styles. */
  readonly numbering?: string;
  readonly styles?: string;
  /** Other parts by name. */
  readonly others?: Readonly<Record<string, string>>;
  readonly namespace?: string;
  /** Not compressed. */
  readonly stored?: boolean;
}

/** A Word document of these parts. The body stands in a part of an unusual name, found by its relationship only. */
export function wordFile({
  body,
  numbering,
  styles,
  others = {},
  namespace = word,
  stored = false,
}: WordParts): Uint8Array {
  const root = (name: string, content: string): string =>
    `<w:${name} xmlns:w="${namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="urn:wp" xmlns:wps="urn:wps">${content}</w:${name}>`;
  const link = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${target}"/>`;
  const links = (content: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/main.xml" ContentType="${types}.document.main+xml"/></Types>`,
    '_rels/.rels': links(link('r1', 'officeDocument', 'word/main.xml')),
    'word/_rels/main.xml.rels': links(
      (numbering === undefined ? '' : link('r1', 'numbering', 'lists.xml')) +
        (styles === undefined ? '' : link('r2', 'styles', 'looks.xml')),
    ),
    'word/main.xml': root('document', `<w:body>${body}</w:body>`),
    ...(numbering === undefined ? {} : { 'word/lists.xml': root('numbering', numbering) }),
    ...(styles === undefined ? {} : { 'word/looks.xml': root('styles', styles) }),
    ...others,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    level: stored ? 0 : 6,
  });
}

/** Text of a run; \n is a line break. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${text
    .split('\n')
    .map(line => `<w:t xml:space="preserve">${line}</w:t>`)
    .join('<w:br/>')}</w:r>`;

/** A paragraph of runs, or of a text. */
export const p = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;

/** A paragraph of a list. */
export const li = (content: string, list = 1, level = 0): string =>
  p(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

export interface CellSpec {
  readonly content: string;
  readonly across?: number;
  /** Merged downward: it begins here, or goes on from above. */
  readonly down?: 'restart' | 'continue';
}

export const tc = ({ content, across, down }: CellSpec): string =>
  `<w:tc><w:tcPr>${across ? `<w:gridSpan w:val="${across}"/>` : ''}${
    down === undefined ? '' : down === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
  }</w:tcPr>${
    content.startsWith('<')
      ? content
      : content
          .split('\n')
          .map(line => p(line))
          .join('')
  }</w:tc>`;

export const tr = (cells: readonly (string | CellSpec)[], properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells
    .map(cell => tc(typeof cell === 'string' ? { content: cell } : cell))
    .join('')}</w:tr>`;

export const tbl = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;

/** A level of a list. */
export const lvl = (level: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

export const abstractNum = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;

export const num = (id: number, abstract: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;

/** The numbering that plans use: 一、 (一) 1. (1) ① A. */
export const planNumbering = abstractNum(
  0,
  lvl(0, 'taiwaneseCountingThousand', '%1、'),
  lvl(1, 'taiwaneseCountingThousand', '(%2)'),
  lvl(2, 'decimal', '%3.'),
  lvl(3, 'decimal', '(%4)'),
  lvl(4, 'decimalEnclosedCircle', '%5'),
  lvl(5, 'upperLetter', '%6.'),
);
