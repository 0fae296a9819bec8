import { type Emphasis, plainEmphasis } from '../emphasis.ts';
import { walkXml } from '../xml.ts';
import { spreadsheet } from './namespaces.ts';
import { builtInFormat, type NumberFormat, parseNumberFormat } from './number-format.ts';
import { emphasisIn, emphasising, emphasisOf } from './rich-text.ts';

/** What a cell's format means for reading it. */
export interface CellFormat {
  readonly code: string;
  readonly number: NumberFormat;
  readonly locked: boolean;
  /** Text that is wider than its cell goes on in the next line. */
  readonly wraps: boolean;
  /** In points. */
  readonly fontSize: number;
  readonly emphasis: Emphasis;
}

/** The formats that cells refer to by `styleIndex`; one that the file lacks is the default one. */
export interface Styles {
  readonly format: (styleIndex: number) => CellFormat;
}

const defaultFormat: CellFormat = {
  code: 'General',
  number: parseNumberFormat('General'),
  locked: true,
  wraps: false,
  fontSize: 11,
  emphasis: plainEmphasis,
};
export const noStyles: Styles = { format: () => defaultFormat };

export function readStyles(xml: string, part: string): Styles {
  const codes = new Map<number, string>();
  const found: { numberFormat: number; font: number; locked: boolean; wraps: boolean }[] = [];
  const fontSizes: number[] = [];
  const emphases: string[] = [];
  let inCellFormats = false;
  let inFonts = false;
  walkXml(xml, part, {
    open: tag => {
      if (!spreadsheet.has(tag.uri)) return;
      if (tag.local === 'cellXfs') inCellFormats = true;
      if (tag.local === 'fonts') inFonts = true;
      if (inFonts && tag.local === 'font') {
        fontSizes.push(defaultFormat.fontSize);
        emphases.push('');
      } else if (inFonts && emphasising.has(tag.local) && emphases.length > 0) {
        emphases[emphases.length - 1] += emphasisOf(tag);
      }
      if (inFonts && tag.local === 'sz')
        fontSizes[fontSizes.length - 1] = Number(tag.attribute('val')) || defaultFormat.fontSize;
      if (tag.local === 'numFmt') codes.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '');
      if (!inCellFormats) return;
      if (tag.local === 'xf') {
        const [numberFormat, font] = [tag.attribute('numFmtId'), tag.attribute('fontId')].map(id => Number(id ?? 0));
        found.push({ numberFormat: numberFormat!, font: font!, locked: true, wraps: false });
      }
      const last = found.at(-1);
      if (tag.local === 'alignment' && last) last.wraps = isTrue(tag.attribute('wrapText'));
      if (tag.local === 'protection' && last) last.locked = isTrue(tag.attribute('locked') ?? '1');
    },
    text: () => {},
    close: (local, uri) => {
      if (local === 'cellXfs' && spreadsheet.has(uri)) inCellFormats = false;
      if (local === 'fonts' && spreadsheet.has(uri)) inFonts = false;
    },
  });
  const parsed = new Map<number, Pick<CellFormat, 'code' | 'number'>>();
  const numberFormat = (id: number): Pick<CellFormat, 'code' | 'number'> => {
    const known = parsed.get(id);
    if (known) return known;
    const code = codes.get(id) ?? builtInFormat(id);
    const format = { code, number: parseNumberFormat(code) };
    parsed.set(id, format);
    return format;
  };
  const formats = found.map(({ numberFormat: id, font, locked, wraps }) => ({
    ...numberFormat(id),
    locked,
    wraps,
    fontSize: fontSizes[font] ?? defaultFormat.fontSize,
    emphasis: emphasisIn(emphases[font] ?? ''),
  }));
  return { format: index => formats[index] ?? defaultFormat };
}

/** xsd:boolean, and the `on`/`off` that some producers write. */
export const isTrue = (value: string | undefined): boolean =>
  value === '1' || value === 'on' || value?.toLowerCase() === 'true';
