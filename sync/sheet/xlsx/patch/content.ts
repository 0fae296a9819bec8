import { addressOf } from '../../address.ts';
import type { PatchValue } from '../../patch.ts';
import type { CellValue } from '../../workbook.ts';
import { textElement } from '../escape.ts';
import { momentOfSerial, serialOfDay } from '../moment.ts';
import type { NumberFormat } from '../number-format.ts';
import { seenText } from '../rich-text.ts';

/** What a cell will hold, settled as its format has it. */
export type Content =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** A cell of type `d`, which holds its day as ISO text. */
  | { readonly kind: 'isoDay'; readonly day: string };

/** What decides how a day is written. */
export interface DayNotation {
  readonly format: NumberFormat;
  readonly isIsoCell: boolean;
  readonly date1904: boolean;
}

/**
 * A day is a number where the cell shows numbers as dates, ISO text in a cell of ISO dates, and text where the cell would
 * show the bare number. Null for what is no number or day, or a day before the workbook's calendar.
 */
export function contentOf(value: PatchValue, notation: DayNotation): Content | null {
  if (value.kind === 'blank') return { kind: 'blank' };
  if (value.kind === 'text') {
    const text = plainLines(value.value);
    return seenText(text) === '' ? { kind: 'blank' } : { kind: 'text', text };
  }
  if (value.kind === 'number') return Number.isFinite(value.value) ? { kind: 'number', number: value.value } : null;
  const serial = serialOfDay(value.value, notation.date1904);
  if (serial === null) return null;
  if (notation.isIsoCell) return { kind: 'isoDay', day: value.value };
  const { moment } = notation.format;
  return moment === 'date' || moment === 'dateTime'
    ? { kind: 'number', number: serial }
    : { kind: 'text', text: value.value };
}

const plainLines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** Whether a cell says so already. */
export function says(present: CellValue, content: Content, { format, date1904 }: DayNotation): boolean {
  if (content.kind === 'blank') return present.kind === 'blank';
  if (content.kind === 'text') return present.kind === 'text' && present.value === seenText(content.text);
  if (content.kind === 'isoDay') return present.kind === 'date' && present.value === content.day;
  if (present.kind === 'number') return present.value === content.number;
  const moment = format.moment && momentOfSerial(content.number, format.moment, date1904);
  return present.kind === 'date' && moment !== null && present.value === moment.value;
}

export interface CellFrame {
  readonly row: number;
  readonly column: number;
  readonly styleIndex: number;
  /** Whether the cell says its own address; one that stood there without goes on without. */
  readonly named: boolean;
  readonly prefix: string;
}

/** The element of a cell. @param shared gives the number of a shared string; null in a workbook that has no table of them */
export function cellElement(
  { row, column, styleIndex, named, prefix }: CellFrame,
  content: Content,
  shared: ((text: string) => number) | null,
): string {
  const own = `${prefix}c${named ? ` r="${addressOf(row, column)}"` : ''}${styleIndex ? ` s="${styleIndex}"` : ''}`;
  const valued = (type: string, value: string | number): string =>
    `<${own}${type}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  if (content.kind === 'blank') return `<${own}/>`;
  if (content.kind === 'number') return valued('', content.number);
  if (content.kind === 'isoDay') return valued(' t="d"', content.day);
  if (shared) return valued(' t="s"', shared(content.text));
  return `<${own} t="inlineStr"><${prefix}is>${textElement(content.text, prefix)}</${prefix}is></${prefix}c>`;
}
