import { addressOf } from '../address.ts';
import { type Stretch, stretchesOf } from '../emphasis.ts';
import type { Cell, CellValue, Span } from '../workbook.ts';
import { momentOfIso, momentOfSerial } from './moment.ts';
import { emphasisIn, type Look, plainText } from './rich-text.ts';
import { isTrue, type Styles } from './styles.ts';

/** What every cell of a workbook needs to know about it. */
export interface CellContext {
  readonly strings: readonly string[];
  /** The look of those strings that are not plain; only who reads a whole workbook has it. */
  readonly looks?: ReadonlyMap<number, Look>;
  /** The look of texts that stand in their cells, where it is not plain. */
  readonly inlineLooks?: WeakMap<object, Look>;
  readonly styles: Styles;
  readonly date1904: boolean;
}

/** What of a cell decides its value. */
export interface ValueSource {
  readonly type: string;
  /** The content of `v`, short whole numbers as such, or the text of `is`. */
  readonly raw: string | number | null;
  readonly styleIndex: number;
}

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
  inlineStr: raw => asText(raw),
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
  if (cell.raw === null) return blank;
  const read = Object.hasOwn(readers, cell.type) ? readers[cell.type]! : readers.n!;
  return read(String(cell.raw), cell, context);
}

interface Calculation {
  readonly formula: string | null;
  readonly shared: boolean;
}

/**
 * Understood when it is asked for: a workbook may have millions of cells, and most tasks look at few of them. Fields are
 * plain ones since private names make each of the millions dearer to build.
 */
export class XlsxCell implements Cell, ValueSource {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly raw: string | number | null;
  readonly styleIndex: number;
  private calculation: Calculation | null;
  private readonly start: number;
  private readonly end: number;
  private readonly context: CellContext;
  private understood: Understood | null;

  constructor(
    row: number,
    column: number,
    type: string,
    raw: string | number | null,
    styleIndex: number,
    calculation: Calculation | null,
    start: number,
    end: number,
    context: CellContext,
  ) {
    this.row = row;
    this.column = column;
    this.type = type;
    this.raw = raw;
    this.styleIndex = styleIndex;
    this.calculation = calculation;
    this.start = start;
    this.end = end;
    this.context = context;
    this.understood = null;
  }

  /** It points to a string that is not there. */
  get isLost(): boolean {
    if (this.type !== 's' || this.raw === null) return false;
    if (typeof this.raw === 'number') return this.context.strings[this.raw] === undefined;
    return understand(this, this.context) === null;
  }
  get text(): string {
    if (this.type === 's' && typeof this.raw === 'number') return this.context.strings[this.raw] ?? '';
    return this.understand().text;
  }
  get value(): CellValue {
    return this.understand().value;
  }
  get isRich(): boolean {
    return this.look?.isRich ?? false;
  }
  get isPhonetic(): boolean {
    return this.look?.isPhonetic ?? false;
  }
  get stretches(): readonly Stretch[] {
    const { text } = this;
    const { emphasis } = this.context.styles.format(this.styleIndex);
    const runs = this.look?.runs.map(run => ({
      text: plainText(run.raw),
      emphasis: run.emphasis === null ? emphasis : emphasisIn(run.emphasis),
    }));
    return (runs && stretchesOf(text, runs)) ?? [{ text, emphasis }];
  }
  private get look(): Look | undefined {
    if (this.type === 'inlineStr') return this.context.inlineLooks?.get(this);
    return this.type === 's' && this.raw !== null ? this.context.looks?.get(Number(this.raw)) : undefined;
  }
  get numberFormat(): string {
    return this.context.styles.format(this.styleIndex).code;
  }
  get locked(): boolean {
    return this.context.styles.format(this.styleIndex).locked;
  }
  get formula(): string | null {
    return this.calculation?.formula ?? null;
  }
  get sharedFormula(): boolean {
    return this.calculation?.shared ?? false;
  }
  /** Takes over the text of a shared formula, once, while the sheet is read: it may stand after the cells that share it. */
  follow(formula: string): void {
    this.calculation = { formula, shared: true };
  }
  get address(): string {
    return addressOf(this.row, this.column);
  }
  get span(): Span {
    return { start: this.start, end: this.end };
  }
  private understand(): Understood {
    this.understood ??= understand(this, this.context) ?? blank;
    return this.understood;
  }
}
