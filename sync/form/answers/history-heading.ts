import { parseRocDate, toAdYear } from '../../model/index.ts';

/** First and last ISO day of a period; null where it does not say. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * A line that begins an entry. `past`: 前次, 上期 and the like; `present`: 本期; `period`: 114年上半年; `date`: 114.06.30;
 * `ordinal`: 第2次.
 */
export interface Heading {
  readonly kind: 'past' | 'present' | 'period' | 'date' | 'ordinal';
  /** The period as printed, without 前次 and brackets around it; null where the heading names none. */
  readonly period: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly ordinal: number | null;
  /** Code units of the line that the heading takes. */
  readonly length: number;
}

const months = '(?:\\d{1,2}\\s*月份?(?:底|止)?)';
const part = `(?:上半年度?|下半年度?|第?\\s*[一二三四1-4]\\s*季|[Qq][1-4]|(?:\\d{1,2}\\s*月?份?|${months})\\s*[-–~～至到、及]\\s*(?:\\d{2,4}\\s*年\\s*)?${months}|${months})`;
const yearPeriod = `(?:民國)?\\s*\\d{2,4}\\s*(?:年度?\\s*(?:[(（]?${part}[)）]?)?|${part})`;
const day =
  '(?:中華民國|民國)?\\s*\\d{2,4}\\s*(?:[./-]\\s*\\d{1,2}\\s*[./-]\\s*\\d{1,2}|年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日)';
const dayRange = `${day}\\s*[-–~～至到]\\s*${day}`;
const ordinal = '第\\s*[一二三四五六七八九十\\d]{1,3}\\s*[次期]';
const anyPeriod = `(?:${dayRange}|${day}|${yearPeriod}|${ordinal})`;
const matter =
  '(?:(?:之|的)?(?:辦理|執行|填報|填復|回復|追蹤|查核|檢核|列管|管考|改善|推動|更新|會議)*(?:情形|進度|成果|內容|結果|說明|紀錄|記錄|報告|狀況|日期)?)';
/** Of months and years only what is called a report: 去年：90％ and 今年：95％ are figures of one narrative. */
const past =
  '(?:前|上|先前|歷)(?:一|1)?(?:次|期|季|回)|前(?:二|2|兩)(?:次|期)|先前|以前|歷史(?:紀錄|記錄|資料)|(?:前|上|去)(?:一|1)?(?:年度?|半年|個?月)(?=(?:之|的)?(?:辦理|執行|填報|追蹤|查核|檢核|管考))';
const present = '(?:本|今|這)(?:次|期|季|年度?|月)|最新|目前';

const opening = '^(?:[●■◎※★*＊◆▲►>•‧・]+[\\s\\u3000]*)?';
const leftBracket = '[【〔［\\[（(《〈<＜「]';
const rightBracket = '[】〕］\\]）)》〉>＞」]';
const finished = '[\\s\\u3000]*(?:[:：]|$)[\\s\\u3000]*';

const patterns: readonly (readonly [RegExp, (match: RegExpExecArray) => Omit<Heading, 'length'> | null])[] = [
  // 前次（102年上半年）： 上次：  前次102年上半年辦理情形：  【前次】  (上期 113.12.31)
  [
    new RegExp(
      `${opening}(${leftBracket}?)(?:${past})${matter}(?:${leftBracket}\\s*([^】〕］\\]）)》〉＞」\\n]{1,30}?)\\s*${rightBracket}|[\\s\\u3000]*(${anyPeriod}))?${matter}(?:(?<=${rightBracket})[:：]?|[\\s\\u3000]*${rightBracket}[:：]?|${finished})[\\s\\u3000]*`,
    ),
    match => ({ kind: 'past', ...periodOf(match[2] ?? match[3] ?? '') }),
  ],
  [
    new RegExp(
      `${opening}${leftBracket}?(?:${present})${matter}(?:${leftBracket}\\s*([^】〕］\\]）)》〉＞」\\n]{1,30}?)\\s*${rightBracket}|[\\s\\u3000]*(${anyPeriod}))?${matter}(?:${rightBracket}[:：]?|${finished})[\\s\\u3000]*`,
    ),
    match => ({ kind: 'present', ...periodOf(match[1] ?? match[2] ?? '') }),
  ],
  [
    new RegExp(
      `${opening}(${leftBracket})?\\s*(${anyPeriod})\\s*${matter}(?:[\\s\\u3000]*[（(]([^）)\\n]{1,30})[）)])?(?:[\\s\\u3000]*${rightBracket}[:：]?|${finished})[\\s\\u3000]*`,
    ),
    match => {
      const printed = match[2]!.trim();
      const known = periodOf(printed);
      const kind = new RegExp(`^${ordinal}`).test(printed) ? 'ordinal' : known.day ? 'date' : 'period';
      const beside = kind === 'ordinal' && match[3] ? `（${match[3]}）` : '';
      const days = beside ? periodOf(match[3]!) : known;
      return { kind, ...days, period: `${printed}${beside}`, ordinal: known.ordinal };
    },
  ],
];

/** Longer than any heading, so that a long line costs no more than a short one. */
const longestHeading = 120;

/** Reads the heading that a line begins with, or null when it has none. */
export function headingOf(text: string): Heading | null {
  const bare = text.trimStart();
  const line = bare.length > longestHeading ? `${bare.slice(0, longestHeading)}…` : bare;
  for (const [pattern, read] of patterns) {
    const match = pattern.exec(line);
    const found = match && read(match);
    if (found && match[0].trim() !== '') {
      const { kind, period, from, to, ordinal: nth } = found;
      return { kind, period, from, to, ordinal: nth, length: text.length - bare.length + match[0].length };
    }
  }
  return null;
}

interface PeriodOf extends Days {
  readonly period: string | null;
  readonly ordinal: number | null;
  readonly day: boolean;
}

const two = (n: number): string => String(n).padStart(2, '0');
const lastDay = (year: number, month: number): string =>
  `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
const monthsOf = (year: number, from: number, to: number, toYear = year): Days =>
  from >= 1 && from <= 12 && to >= 1 && to <= 12
    ? { from: `${year}-${two(from)}-01`, to: lastDay(toYear, to) }
    : { from: null, to: null };

const han = '一二三四五六七八九十';
const numberOf = (text: string): number => (/^\d+$/.test(text) ? Number(text) : han.indexOf(text[0]!) + 1);
const adYear = (digits: string): number => (digits.length === 4 ? Number(digits) : toAdYear(Number(digits)));

const dayPattern = new RegExp(`^${day}$`);
const rangePattern = new RegExp(`^(${day})\\s*[-–~～至到]\\s*(${day})$`);

/** What a printed period says: 114年上半年, 113年第4季, 114年1-6月, 113年度, 114.06.30, 第2次. */
function periodOf(text: string): PeriodOf {
  const printed = text.trim();
  const plain = printed.normalize('NFKC').replace(/\s/g, '');
  const blank = { period: printed || null, from: null, to: null, ordinal: null, day: false };
  const nth = /^第([一二三四五六七八九十\d]{1,3})[次期]/.exec(plain);
  if (nth) return { ...blank, ordinal: numberOf(nth[1]!) };
  const range = rangePattern.exec(plain);
  if (range) return { ...blank, from: parseRocDate(range[1]!), to: parseRocDate(range[2]!) };
  if (dayPattern.test(plain)) {
    const iso = parseRocDate(plain);
    return { ...blank, from: iso, to: iso, day: iso !== null };
  }
  return { ...blank, ...daysOfPeriod(plain) };
}

/** The days of a printed period; nulls where it is none. */
export function daysOfPeriod(text: string): Days {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const year = /^(?:民國)?(\d{2,4})(?:年度?)?\(?/.exec(plain);
  if (!year) return { from: null, to: null };
  const ad = adYear(year[1]!);
  const rest = plain.slice(year[0].length);
  if (/^上半年/.test(rest)) return monthsOf(ad, 1, 6);
  if (/^下半年/.test(rest)) return monthsOf(ad, 7, 12);
  const quarter = /^(?:第?([一二三四1-4])季|Q([1-4]))/i.exec(rest);
  if (quarter) {
    const nth = numberOf(quarter[1] ?? quarter[2]!);
    return monthsOf(ad, nth * 3 - 2, nth * 3);
  }
  const span = /^(\d{1,2})月?份?[-–~至到、及](?:(\d{2,4})年)?(\d{1,2})月/.exec(rest);
  if (span) return monthsOf(ad, Number(span[1]), Number(span[3]), span[2] ? adYear(span[2]) : ad);
  const month = /^(\d{1,2})月/.exec(rest);
  if (month) return monthsOf(ad, Number(month[1]), Number(month[1]));
  return /年/.test(year[0]) ? monthsOf(ad, 1, 12) : { from: null, to: null };
}
