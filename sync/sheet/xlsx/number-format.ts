/** What a number format makes of a number. */
export interface NumberFormat {
  /** Shows a calendar day, a time of day, or both; null for plain numbers. */
  readonly moment: 'date' | 'time' | 'dateTime' | null;
  /** Text of a number that is no moment, as a person sees it. */
  readonly show: (value: number) => string;
}

/** Built-in formats by id (ISO/IEC 29500-1, 18.8.30); 27–36 and 50–58 are the East Asian dates and times. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  32: 'h:mm',
  33: 'h:mm:ss',
  34: 'AM/PM h:mm',
  35: 'AM/PM h:mm:ss',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  55: 'AM/PM h:mm',
  56: 'AM/PM h:mm:ss',
};
const eastAsianDates = new Set([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

export function builtInFormat(id: number): string {
  return builtIn[id] ?? (eastAsianDates.has(id) ? 'yyyy/m/d' : 'General');
}

const literals = /"[^"]*"?|\\.|_.|\*./gs;
/** Colours, conditions and locales; elapsed time ([h], [mm]) is not among them. */
const brackets = /\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi;

/** The longest code that Excel accepts; a longer one is damage and shows as General. */
const longestCode = 255;

/** Understands the code of a number format as far as plan tables and forms use them; anything else shows as General. */
export function parseNumberFormat(code: string): NumberFormat {
  const positive = code.length > longestCode ? 'General' : firstSection(code);
  const tokens = positive.replace(literals, '').replace(brackets, '').toLowerCase();
  if (/\[(?:h+|m+|s+)\]/.test(tokens)) return { moment: null, show: showElapsed };
  const moment = momentOf(tokens);
  return { moment, show: moment ? showGeneral : showNumber(positive.replace(brackets, '').replace(padding, '')) };
}

/** A code has up to four sections for positive, negative, zero and text; a semicolon may also stand inside a literal. */
function firstSection(code: string): string {
  const match = /^(?:"[^"]*"?|\\.|[^;"\\])*/s.exec(code);
  return match?.[0] ?? code;
}

const fractionOfSecond = /s\.0+/g;

function momentOf(tokens: string): NumberFormat['moment'] {
  if (/general|[#?0]/.test(tokens.replace(fractionOfSecond, 's'))) return null;
  const time = /[hs]|am\/pm|上午|下午/.test(tokens);
  const date = /[ydeg]|bb/.test(tokens) || (tokens.includes('m') && !time);
  if (date) return time ? 'dateTime' : 'date';
  return time ? 'time' : null;
}

/** At most the 15 digits that the file format promises, so that 0.1 + 0.2 is 0.3. */
export const showGeneral = (value: number): string =>
  String(Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)));

const padding = /_.|\*./gs;
const literal = '((?:"[^"]*"|\\\\.|[^#0?,.%"\\\\@a-z])*)';
const digitsShape = new RegExp(`^${literal}([#0?,]*[#0?])(?:\\.([#0?]*))?(%?)${literal}$`, 'is');
const generalShape = new RegExp(`^${literal}general${literal}$`, 'is');
const unquoted = (text: string): string =>
  text.replace(
    /"([^"]*)"|\\(.)/gs,
    (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '',
  );

function showNumber(code: string): (value: number) => string {
  const general = generalShape.exec(code);
  if (general) {
    const [left, right] = [unquoted(general[1]!), unquoted(general[2]!)];
    return value => `${left}${showGeneral(value)}${right}`;
  }
  const match = digitsShape.exec(code);
  if (!match) return showGeneral;
  const [, before = '', whole = '', decimals = '', percent = '', after = ''] = match;
  const count = (text: string): number => text.replace(/[^0]/g, '').length;
  const digits = new Intl.NumberFormat('en-US', {
    useGrouping: whole.includes(','),
    minimumIntegerDigits: Math.min(21, Math.max(1, count(whole))),
    minimumFractionDigits: Math.min(20, count(decimals)),
    maximumFractionDigits: Math.min(20, decimals.length),
  });
  const [left, right] = [unquoted(before), unquoted(after)];
  return value => {
    const shown = digits.format(percent ? Number((value * 100).toPrecision(15)) : value);
    return `${left}${shown}${percent}${right}`;
  };
}

const two = (n: number): string => String(n).padStart(2, '0');

function showElapsed(days: number): string {
  const seconds = Math.round(Math.abs(days) * 86_400);
  const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return days < 0 ? `-${clock}` : clock;
}
