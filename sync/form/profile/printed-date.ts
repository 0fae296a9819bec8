import { toRocYear } from '../../model/index.ts';
import type { Cell } from '../../sheet/index.ts';
import { dayCodes } from '../day-codes.ts';

/** Where the format asks for the calendar of the Republic, all codes of years count by it. */
const rocYear = (year: number): string => String(toRocYear(year));
const inRocYears: typeof dayCodes = { ...dayCodes, y: rocYear, yy: rocYear, yyy: rocYear, yyyy: rocYear };

const token = /"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|(y+|m+|d+|e+|g+|a{3,4})|(@|;.*$)|([\s\S])/giu;
/** The calendar of the Republic, as LibreOffice and Excel ask for it. */
const rocCalendar = /\[(?:~roc|\$-[0-9a-f]{0,2}04[0-9a-f]{4})\]/i;

/**
 * What a person sees in a cell: a day as its number format prints it, such as 114年6月30日 for `[$-404]e"年"m"月"d"日"`.
 * A day printed with the name of a month or a weekday stays in ISO, which tells no less.
 */
export function printedDate({ value, text, numberFormat }: Pick<Cell, 'value' | 'text' | 'numberFormat'>): string {
  const day = value.kind === 'date' ? /^(\d{4})-(\d{2})-(\d{2})/.exec(value.value) : null;
  if (!day || numberFormat.length > 255) return text;
  const [year, month, date] = day.slice(1).map(Number) as [number, number, number];
  const names = rocCalendar.test(numberFormat) ? inRocYears : dayCodes;
  let printed = '';
  for (const [, quoted, escaped, code, end, other] of numberFormat.matchAll(token)) {
    if (end !== undefined) break;
    const print = code === undefined ? null : names[code.toLowerCase()];
    if (code !== undefined && !print) return text;
    if (other !== undefined && /[hs]/i.test(other)) break;
    if (other !== undefined && /[a-z]/i.test(other)) return text;
    printed += print ? print(year, month, date) : (quoted ?? escaped ?? other ?? '');
  }
  return /\d/.test(printed) ? printed.trim() : text;
}
