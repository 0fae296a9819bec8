import type { CellValue } from '../../workbook.ts';
import { momentOfIso } from '../../xlsx/moment.ts';
import type { Tag } from '../../xml.ts';
import { calcExtension, office } from '../namespaces.ts';
import type { CellFormat } from './styles.ts';

export interface Understood {
  readonly value: CellValue;
  readonly text: string;
}

const nothing: Understood = { value: { kind: 'blank' }, text: '' };
const asText = (text: string): Understood => (text === '' ? nothing : { value: { kind: 'text', value: text }, text });
const errorText = /^(?:#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)|(?:Err|錯誤)[:：]\s?\d{3})$/;

type ValueReader = (raw: string, shown: string, format: CellFormat) => Understood;

function numeric(raw: string, shown: string, format: CellFormat): Understood {
  const value = raw.trim() === '' ? Number.NaN : Number(raw);
  if (!Number.isFinite(value)) return asText(shown);
  return { value: { kind: 'number', value }, text: shown.trim() === '' ? format.number.show(value) : shown };
}

const duration = /^(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d+))?S)?$/;
const elapsed = /\[[hms]/i;

const two = (part: number): string => String(part).padStart(2, '0');

/** A time of day, or a length of time as days where it is none or its format counts on. */
function time(raw: string, shown: string, format: CellFormat): Understood {
  const match = duration.exec(raw.trim());
  if (!match) return asText(shown);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(2, 6).map(part => Number(part ?? 0));
  const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds + Number(`0.${match[6] ?? 0}`);
  const negative = match[1] === '-';
  if (!negative && total < 86_400 && !elapsed.test(format.code)) {
    const whole = Math.floor(total);
    const clock = `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
    return { value: { kind: 'date', value: clock }, text: clock.replace(/:00$/, '') };
  }
  return numeric(String(((negative ? -1 : 1) * total) / 86_400), shown, format);
}

const readers: Readonly<Record<string, ValueReader>> = {
  float: numeric,
  percentage: numeric,
  currency: numeric,
  date: (raw, shown, { number }) => {
    const moment = momentOfIso(raw, number.moment === 'time' ? 'dateTime' : number.moment);
    return moment ? { value: { kind: 'date', value: moment.value }, text: moment.text } : asText(shown);
  },
  time,
  boolean: raw => {
    const value = raw.trim() === 'true';
    return { value: { kind: 'boolean', value }, text: value ? 'TRUE' : 'FALSE' };
  },
};

/** Where each type keeps its value. */
const attributes: Readonly<Record<string, string>> = {
  float: 'value',
  percentage: 'value',
  currency: 'value',
  date: 'date-value',
  time: 'time-value',
  boolean: 'boolean-value',
  string: 'string-value',
};

/** What of a cell element decides its value, taken while its tag is at hand. */
export interface RawValue {
  readonly type: string;
  readonly raw: string | undefined;
  readonly error: boolean;
}

export function rawValue(tag: Tag): RawValue {
  const type = tag.attributeOf(office, 'value-type') ?? '';
  const attribute = Object.hasOwn(attributes, type) ? attributes[type] : undefined;
  return {
    type,
    raw: attribute === undefined ? undefined : tag.attributeOf(office, attribute),
    error: type === 'string' && tag.attributeOf(calcExtension, 'value-type') === 'error',
  };
}

/** @param shown the paragraphs of the cell */
export function understand(
  { type, raw, error }: RawValue,
  shown: string,
  formula: boolean,
  format: CellFormat,
): Understood {
  const isError = error || (formula && errorText.test(shown.trim()));
  if (isError) return { value: { kind: 'error', value: shown.trim() }, text: shown.trim() };
  const read = raw !== undefined && Object.hasOwn(readers, type) ? readers[type] : undefined;
  return read ? read(raw!, shown, format) : asText(shown === '' && type === 'string' ? (raw ?? '') : shown);
}
