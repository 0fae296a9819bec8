import { parseRocDate, toAdYear } from '../../model/index.ts';
import { dayCodes } from '../day-codes.ts';

const monthEnd = /^(?:中華民國|民國)?\s*(\d{2,4})\s*(?:年|[./-])\s*(\d{1,2})\s*月?\s*底$/;

/** Longer than any day with its weekday, time and remarks. */
const longestDay = 60;

/**
 * The ISO day that a date cell's text means, in every notation of people: with a weekday, a time of day, 前, 止 or a full stop behind
 * it, or the end of a month (114年6月底).
 * @returns null when it names no single day
 */
export function dayOfText(text: string): string | null {
  if (text.length > longestDay) return null;
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const bare = plain
    .replace(/\s*\((?:星期|週|周)?[一二三四五六日]\)$/, '')
    .replace(/\s+\d{1,2}:\d{2}(?::\d{2})?$/, '')
    .replace(/\s*(?:以前|之前|前|止|完成|已完成|。|\.)+$/, '')
    .trim();
  const end = monthEnd.exec(bare);
  if (!end) return parseRocDate(bare);
  const year = end[1]!.length === 4 ? Number(end[1]) : toAdYear(Number(end[1]));
  const month = Number(end[2]);
  if (month < 1 || month > 12) return null;
  return `${year}-${String(month).padStart(2, '0')}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

const literals = /"([^"]*)"|\\(.)|_.|\*./gs;
const brackets = /\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;
const longest = 255;
const token = /"([^"]*)"|\\(.)|(yyyy|yyy|yy|y|e{1,4}|mm|m|dd|d|g{1,3}|aaaa?)|(.)/gis;

/**
 * How a number format prints a day, such as `[$-404]e/m/d` → 114/6/30.
 * @returns null when the format shows no calendar day
 */
export function printDay(format: string, iso: string): string | null {
  const code = (format.length > longest ? '' : format).split(';')[0]!.replace(brackets, '');
  const bare = code.replace(literals, '').toLowerCase();
  if (!/[ye]/.test(bare) || !/d/.test(bare) || /general|[#?0hs]/.test(bare)) return null;
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number) as [number, number, number];
  let printed = '';
  for (const [whole, quoted, escaped, name] of code.matchAll(token)) {
    const print =
      name === undefined ? undefined : (dayCodes[name.toLowerCase()] ?? (/^e/i.test(name) ? dayCodes.e : () => ''));
    printed += print ? print(year, month, day) : (quoted ?? escaped ?? whole);
  }
  return printed.trim();
}
