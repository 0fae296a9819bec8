import type { Tag } from '../../xml.ts';
import { number, style } from '../namespaces.ts';
import type { Context } from './walk.ts';

const quote = (text: string): string =>
  text === '' || /^[-\s/:.,()%年月日時分秒]+$/.test(text) ? text : `"${text.replaceAll('"', '')}"`;
const attribute = (tag: Tag, name: string): string | undefined => tag.attributeOf(number, name);
const isLong = (tag: Tag): boolean => attribute(tag, 'style') === 'long';
const most = 30;
const digits = (tag: Tag, name: string, otherwise: number): number => {
  const count = Number(attribute(tag, name) ?? otherwise);
  return Number.isInteger(count) && count >= 0 ? Math.min(most, count) : otherwise;
};

function numberCode(tag: Tag): string {
  const free = attribute(tag, 'decimal-places') === undefined && attribute(tag, 'grouping') !== 'true';
  if (free && digits(tag, 'min-integer-digits', 1) <= 1) return 'General';
  const decimals = digits(tag, 'decimal-places', 0);
  const least = Math.min(decimals, digits(tag, 'min-decimal-places', decimals));
  const whole = '0'.repeat(digits(tag, 'min-integer-digits', 1)) || '#';
  const grouped = attribute(tag, 'grouping') === 'true' ? `#,##${whole}` : whole;
  return decimals === 0 ? grouped : `${grouped}.${'0'.repeat(least)}${'#'.repeat(decimals - least)}`;
}

function secondsCode(tag: Tag): string {
  const decimals = digits(tag, 'decimal-places', 0);
  return `${isLong(tag) ? 'ss' : 's'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
}

function monthCode(tag: Tag): string {
  const short = attribute(tag, 'textual') === 'true' ? 'mmm' : 'm';
  return isLong(tag) ? `${short}m` : short;
}

/** The parts of a data style (OpenDocument 1.3 part 3, 16.29) in the notation of Excel. */
const codes: Readonly<Record<string, (tag: Tag) => string>> = {
  number: numberCode,
  'scientific-number': tag => `0.${'0'.repeat(digits(tag, 'decimal-places', 2))}E+00`,
  fraction: () => '# ?/?',
  boolean: () => 'General',
  'text-content': () => '@',
  era: () => 'e',
  year: tag => {
    const roc = attribute(tag, 'calendar') === 'ROC';
    return roc ? 'e' : isLong(tag) ? 'yyyy' : 'yy';
  },
  month: monthCode,
  day: tag => (isLong(tag) ? 'dd' : 'd'),
  'day-of-week': tag => (isLong(tag) ? 'dddd' : 'ddd'),
  hours: tag => (isLong(tag) ? 'hh' : 'h'),
  minutes: tag => (isLong(tag) ? 'mm' : 'm'),
  seconds: secondsCode,
  'am-pm': () => 'AM/PM',
};

/** Elements of a data style that hold their text. */
const texts: Readonly<Record<string, (text: string) => string>> = {
  text: quote,
  'currency-symbol': quote,
};

/** Builds the code of one data style, such as `yyyy/m/d`. */
export class DataStyle implements Context {
  readonly name: string;
  /** The style that takes over for values that are not negative. */
  positive: string | null = null;
  #code = '';
  readonly #elapsed: boolean;

  constructor(tag: Tag) {
    this.name = tag.attributeOf(style, 'name') ?? '';
    this.#elapsed = attribute(tag, 'truncate-on-overflow') === 'false';
  }

  get code(): string {
    const code = this.#elapsed ? this.#code.replace(/^(h+|m+|s+)/, '[$1]') : this.#code;
    return code === '' ? 'General' : code;
  }

  readonly child = (tag: Tag): Context | null => {
    if (style.has(tag.uri) && tag.local === 'map') this.#map(tag);
    if (!number.has(tag.uri)) return null;
    if (Object.hasOwn(codes, tag.local)) this.#code += codes[tag.local]!(tag);
    return Object.hasOwn(texts, tag.local) ? this.#quoting(texts[tag.local]!) : null;
  };

  #quoting(quoted: (text: string) => string): Context {
    return {
      child: () => null,
      text: text => {
        this.#code += quoted(text);
      },
    };
  }

  #map(tag: Tag): void {
    const condition = tag.attributeOf(style, 'condition')?.replaceAll(/\s/g, '');
    if (condition === 'value()>=0' || condition === 'value()>0')
      this.positive = tag.attributeOf(style, 'apply-style-name') ?? null;
  }
}

export const isDataStyle = (tag: Tag): boolean => number.has(tag.uri) && tag.local.endsWith('-style');
