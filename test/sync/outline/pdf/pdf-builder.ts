/** Small .pdf files as other programs make them: text by position in a font that is not embedded, and lines. */

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** As the page says that it is to be turned, in degrees. */
  readonly rotate?: number;
  readonly content: string;
}

export interface PdfOptions {
  /** How codes become characters: by a table of the font, or by a code that every reader knows. */
  readonly encoding?: 'toUnicode' | 'UniCNS-UTF16-H' | 'none';
  /** Entries of the trailer, such as an encryption. */
  readonly trailer?: string;
  readonly objects?: readonly string[];
}

export const portrait = { width: 595, height: 842 } as const;
export const landscape = { width: 842, height: 595 } as const;

const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');

/** Latin letters are half as wide as the size, all others as wide as it is. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (character < '\u0100' ? 0.5 : 1), 0) * size;

export interface Pen {
  text(x: number, y: number, text: string, size?: number): void;
  line(x0: number, y0: number, x1: number, y1: number): void;
  /** A filled box, as many programs draw their lines. */
  box(x: number, y: number, width: number, height: number): void;
  /** Operators as they are. */
  raw(operators: string): void;
}

/** Draws a page; y counts from its upper edge, and text stands on it. */
export function sheet(
  paper: { readonly width: number; readonly height: number; readonly rotate?: number },
  draw: (pen: Pen) => void,
): Sheet {
  const parts: string[] = [];
  const up = (y: number): string => (paper.height - y).toFixed(2);
  const at = (x: number): string => x.toFixed(2);
  draw({
    text: (x, y, text, size = 12) => parts.push(`BT /F1 ${size} Tf 1 0 0 1 ${at(x)} ${up(y)} Tm <${hex(text)}> Tj ET`),
    line: (x0, y0, x1, y1) => parts.push(`0.5 w ${at(x0)} ${up(y0)} m ${at(x1)} ${up(y1)} l S`),
    box: (x, y, width, height) => parts.push(`${at(x)} ${up(y + height)} ${at(width)} ${at(height)} re f`),
    raw: operators => parts.push(operators),
  });
  return { ...paper, content: parts.join('\n') };
}

export function pdf(sheets: readonly Sheet[], options: PdfOptions = {}): Uint8Array {
  const { encoding = 'toUnicode', trailer = '', objects: more = [] } = options;
  const ordering = encoding === 'UniCNS-UTF16-H' ? '(CNS1) /Supplement 7' : '(Identity) /Supplement 0';
  const fixed = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${sheets.length} /Kids [${sheets.map((_, i) => `${6 + i * 2} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /${encoding === 'UniCNS-UTF16-H' ? encoding : 'Identity-H'} /DescendantFonts [4 0 R]${encoding === 'toUnicode' ? ' /ToUnicode 5 0 R' : ''} >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /CIDSystemInfo << /Registry (Adobe) /Ordering ${ordering} >> /DW 1000 /W [0 255 500] >>`,
    stream('', toUnicode),
  ];
  const pages = sheets.flatMap(({ width, height, rotate, content }, i) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}]${rotate ? ` /Rotate ${rotate}` : ''} /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + i * 2} 0 R >>`,
    stream('', content),
  ]);
  return file([...fixed, ...pages, ...more], trailer);
}

export const stream = (entries: string, content: string): string =>
  `<< /Length ${content.length}${entries} >>\nstream\n${content}\nendstream`;

/** Objects numbered from 1; the first is the catalogue. */
export function file(objects: readonly string[], trailer = ''): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.lastIndexOf('xref\n0 ')}\n%%EOF\n`;
  return Uint8Array.from(text, character => character.charCodeAt(0));
}

/** Every code is the character of that number. */
const toUnicode = [
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
  '1 begincodespacerange <0000> <ffff> endcodespacerange',
  ...Array.from({ length: 3 }, (_, block) => {
    const rows = Array.from({ length: block < 2 ? 100 : 56 }, (_, i) => {
      const high = (block * 100 + i).toString(16).padStart(2, '0');
      return `<${high}00> <${high}ff> <${high}00>`;
    });
    return `${rows.length} beginbfrange\n${rows.join('\n')}\nendbfrange`;
  }),
  'endcmap end end',
].join('\n');
