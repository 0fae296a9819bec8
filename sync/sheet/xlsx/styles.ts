import { walkXml } from '../xml.ts';
import { spreadsheet } from './namespaces.ts';
import { builtInFormat, type NumberFormat, parseNumberFormat } from './number-format.ts';

/** What a cell's format means for reading it. */
export interface CellFormat {
  readonly code: string;
  readonly number: NumberFormat;
  readonly locked: boolean;
}

/** The formats that cells refer to by `styleIndex`; one that the file lacks is the default one. */
export interface Styles {
  readonly format: (styleIndex: number) => CellFormat;
}

const defaultFormat: CellFormat = { code: 'General', number: parseNumberFormat('General'), locked: true };
export const noStyles: Styles = { format: () => defaultFormat };

export function readStyles(xml: string, part: string): Styles {
  const codes = new Map<number, string>();
  const found: { numberFormat: number; locked: boolean }[] = [];
  let inCellFormats = false;
  walkXml(xml, part, {
    open: tag => {
      if (!spreadsheet.has(tag.uri)) return;
      if (tag.local === 'cellXfs') inCellFormats = true;
      if (tag.local === 'numFmt') codes.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '');
      if (!inCellFormats) return;
      if (tag.local === 'xf') found.push({ numberFormat: Number(tag.attribute('numFmtId') ?? 0), locked: true });
      const last = found.at(-1);
      if (tag.local === 'protection' && last) last.locked = isTrue(tag.attribute('locked') ?? '1');
    },
    text: () => {},
    close: (local, uri) => {
      if (local === 'cellXfs' && spreadsheet.has(uri)) inCellFormats = false;
    },
  });
  const parsed = new Map<number, Omit<CellFormat, 'locked'>>();
  const numberFormat = (id: number): Omit<CellFormat, 'locked'> => {
    const known = parsed.get(id);
    if (known) return known;
    const code = codes.get(id) ?? builtInFormat(id);
    const format = { code, number: parseNumberFormat(code) };
    parsed.set(id, format);
    return format;
  };
  const formats = found.map(xf => ({ ...numberFormat(xf.numberFormat), locked: xf.locked }));
  return { format: index => formats[index] ?? defaultFormat };
}

/** xsd:boolean, and the `on`/`off` that some producers write. */
export const isTrue = (value: string | undefined): boolean =>
  value === '1' || value === 'on' || value?.toLowerCase() === 'true';
