import { addressOf } from '../address.ts';
import type { Cell, CellValue, Span } from '../workbook.ts';
import { momentOfIso, momentOfSerial } from './moment.ts';
import { plainText } from './rich-text.ts';
import { type CellFormat, isTrue, type Styles } from './styles.ts';

/** What every cell of a workbook needs to know about it. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: Styles;
  readonly date1904: boolean;
}

/** A cell as its element says, before its value is understood. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly raw: string | null;
  readonly inline: string | null;
  readonly formula: string | null;
  readonly sharedIndex: string | null;
  readonly styleIndex: number;
  readonly start: number;
  readonly end: number;
}

/** What of a cell decides its value. */
export type ValueSource = Pick<RawCell, 'type' | 'raw' | 'inline' | 'styleIndex'>;

export interface Understood {
  readonly value: CellValue;
  readonly text: string;
}

export const blank: Understood = { value: { kind: 'blank' }, text: '' };
const asText = (text: string): Understood => (text === '' ? blank : { value: { kind: 'text', value: text }, text });
const asMoment = (moment: { value: string; text: string }): Understood => ({
  value: { kind: 'date', value: moment.value },
  text: moment.text,
});

/** By cell type (ISO/IEC 29500-1, 18.18.11 ST_CellType); null when the cell points to a string that is not there. */
const readers: Readonly<Record<string, (raw: string, cell: ValueSource, context: CellContext) => Understood | null>> = {
  s: (raw, _, { strings }) => {
    if (raw.trim() === '') return blank;
    const text = strings[Number(raw)];
    return text === undefined ? null : asText(text);
  },
  str: raw => asText(plainText(raw)),
  inlineStr: raw => asText(plainText(raw)),
  b: raw => {
    const value = isTrue(raw.trim());
    return { value: { kind: 'boolean', value }, text: value ? 'TRUE' : 'FALSE' };
  },
  e: raw => ({ value: { kind: 'error', value: raw.trim() }, text: raw.trim() }),
  d: (raw, cell, { styles }) => {
    const moment = momentOfIso(raw, styles.format(cell.styleIndex).number.moment);
    return moment ? asMoment(moment) : asText(plainText(raw));
  },
  n: (raw, cell, { styles, date1904 }) => {
    const value = raw.trim() === '' ? Number.NaN : Number(raw);
    if (!Number.isFinite(value)) return asText(plainText(raw).trim());
    const format = styles.format(cell.styleIndex).number;
    const moment = format.moment && momentOfSerial(value, format.moment, date1904);
    return moment ? asMoment(moment) : { value: { kind: 'number', value }, text: format.show(value) };
  },
};

/** The value of a cell; null when it points to a string that is not there. */
export function understand(cell: ValueSource, context: CellContext): Understood | null {
  if (cell.inline !== null && (cell.type === 'inlineStr' || cell.raw === null)) return asText(cell.inline);
  if (cell.raw === null) return blank;
  const read = Object.hasOwn(readers, cell.type) ? readers[cell.type]! : readers.n!;
  return read(cell.raw, cell, context);
}

/** Addresses and spans are made when asked for: a workbook may have millions of cells. */
export class XlsxCell implements Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly value: CellValue;
  readonly sharedFormula: boolean;
  readonly styleIndex: number;
  readonly #format: CellFormat;
  #formula: string | null;
  readonly #start: number;
  readonly #end: number;

  constructor(cell: RawCell, { value, text }: Understood, formula: string | null, format: CellFormat) {
    this.row = cell.row;
    this.column = cell.column;
    this.text = text;
    this.value = value;
    this.#formula = formula;
    this.sharedFormula = cell.sharedIndex !== null;
    this.styleIndex = cell.styleIndex;
    this.#format = format;
    this.#start = cell.start;
    this.#end = cell.end;
  }

  get numberFormat(): string {
    return this.#format.code;
  }
  get locked(): boolean {
    return this.#format.locked;
  }
  get formula(): string | null {
    return this.#formula;
  }
  /** Takes over the text of a shared formula, once, while the sheet is read: it may stand after the cells that share it. */
  follow(formula: string): void {
    this.#formula ??= formula;
  }
  get address(): string {
    return addressOf(this.row, this.column);
  }
  get span(): Span {
    return { start: this.#start, end: this.#end };
  }
}
