import { type ProfilePeriod, parseRocDate, toAdYear } from '../../model/index.ts';

const pad = (n: number): string => String(n).padStart(2, '0');
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const isMonth = (month: number): boolean => month >= 1 && month <= 12;

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Whole months of AD years, inclusive. */
function months(fromYear: number, from: number, toYear: number, to: number): Span | null {
  if (!isMonth(from) || !isMonth(to) || toYear * 12 + to < fromYear * 12 + from) return null;
  return { from: `${fromYear}-${pad(from)}-01`, to: `${toYear}-${pad(to)}-${pad(lastDay(toYear, to))}` };
}

const adYear = (digits: string): number => (digits.length === 4 ? Number(digits) : toAdYear(Number(digits)));
const ordinal = (text: string): number => Number(text) || '一二三四'.indexOf(text) + 1;

const until = '(?:起)?(?:至|到|迄|~|-|—|–)';
const date = '(\\d{2,4}[./-]\\d{1,2}[./-]\\d{1,2}|\\d{2,4}年\\d{1,2}月\\d{1,2}日)';
const day = '(\\d{2,4})(?:年|[./-])(\\d{1,2})(?:月|[./-])(\\d{1,2})日?';

type Reading = (match: RegExpExecArray) => Span | null;

/** In order of trial: days before months before parts of a year before whole years. */
const shapes: readonly (readonly [RegExp, Reading])[] = [
  [new RegExp(`${date}${until}${date}`), ([, a, b]) => days(parseRocDate(a!), parseRocDate(b!))],
  [
    new RegExp(`${day}${until}(\\d{1,2})(?:月|[./])(\\d{1,2})日?`),
    ([, year, a, b, c, d]) => days(parseRocDate(`${year}/${a}/${b}`), parseRocDate(`${year}/${c}/${d}`)),
  ],
  [/(\d{7})(?:至|~|-|—)(\d{7})/, ([, a, b]) => days(parseRocDate(a!), parseRocDate(b!))],
  [
    new RegExp(`(\\d{2,4})年(\\d{1,2})月?${until}(\\d{2,4})年(\\d{1,2})月`),
    ([, a, m, b, n]) => months(adYear(a!), Number(m), adYear(b!), Number(n)),
  ],
  [
    new RegExp(`(\\d{2,4})年度?(\\d{1,2})月?${until}(\\d{1,2})月`),
    ([, year, m, n]) => months(adYear(year!), Number(m), adYear(year!), Number(n)),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{3,4})[./](\\d{1,2})${until}(\\d{3,4})[./](\\d{1,2})(?![./\\d])`),
    ([, a, m, b, n]) => months(adYear(a!), Number(m), adYear(b!), Number(n)),
  ],
  [
    /(\d{2,4})年度?\(?([上下])半年/,
    ([, year, half]) => months(adYear(year!), half === '上' ? 1 : 7, adYear(year!), half === '上' ? 6 : 12),
  ],
  [
    /(\d{2,4})年度?\(?第?([1-4一二三四])季(?:(?:至|~|-)第?([1-4一二三四])季)?/,
    ([, year, a, b]) => months(adYear(year!), ordinal(a!) * 3 - 2, adYear(year!), ordinal(b ?? a!) * 3),
  ],
  [
    /(\d{2,4})年度?\(?(?:Q|q)([1-4])/,
    ([, year, quarter]) => months(adYear(year!), Number(quarter) * 3 - 2, adYear(year!), Number(quarter) * 3),
  ],
  [/(\d{2,4})年(\d{1,2})月(?!\d)/, ([, year, m]) => months(adYear(year!), Number(m), adYear(year!), Number(m))],
  [/(\d{2,4})年度?(?:至|~|-)(\d{2,4})年/, ([, a, b]) => months(adYear(a!), 1, adYear(b!), 12)],
  [/(\d{2,4})(?:年|學年)度?/, ([, year]) => months(adYear(year!), 1, adYear(year!), 12)],
  [/^(\d{2,4})$/, ([, year]) => months(adYear(year!), 1, adYear(year!), 12)],
];

const days = (from: string | null, to: string | null): Span | null => (from && to && from <= to ? { from, to } : null);
const hanDigits = '〇一二三四五六七八九';

/** 一一四年 → 114年 */
const arabic = (text: string): string =>
  text
    .replace(/[○零]/g, '〇')
    .replace(/[一二三四五六七八九〇]{3}(?=年)/g, digits => [...digits].map(d => hanDigits.indexOf(d)).join(''));

const likely = (year: number): boolean => year >= 1980 && year <= 2111;

/**
 * The days that a printed period means: 114年上半年, 114年1月至6月, 114.1.1～114.12.31, 114年度, 114年第1季, and with AD years.
 * @returns null for blank text; `from` and `to` are null where the text does not say
 */
export function parsePeriod(printed: string): ProfilePeriod | null {
  const text = printed.trim();
  if (text === '') return null;
  const plain = arabic(text.normalize('NFKC').replace(/\s/g, '')).replace(/中華民國|民國|西元/g, '');
  for (const [shape, read] of shapes) {
    const match = shape.exec(plain);
    const span = match && read(match);
    if (span && likely(Number(span.from.slice(0, 4)))) return { text, ...span };
  }
  return { text, from: null, to: null };
}
