import { formatRocDateShort, toRocYear } from '../../model/index.ts';

/** Prints an ISO day the way a form does. */
export type PrintDay = (iso: string) => string;

interface Pattern {
  /** What stands before the year, between the numbers, and behind the day. */
  readonly signs: readonly [string, string, string, string];
  readonly anno: 'roc' | 'ad';
}

interface Sample {
  readonly pattern: Pattern;
  /** Whether a single digit got a nought before it; null where there was none. */
  readonly padded: boolean | null;
}

const written = /^((?:中華民國|民國)?\s*)(\d{2,4})(\s*[./年-]\s*)(\d{1,2})(\s*[./月-]\s*)(\d{1,2})(\s*日?)$/;
const compact = /^(\d{2,4})(\d{2})(\d{2})$/;

function sampleOf(text: string): Sample | null {
  const plain = text.normalize('NFKC').trim();
  const match = written.exec(plain);
  if (match) {
    const [, before, year, first, month, second, day, behind] = match as unknown as string[];
    const singles = [month!, day!].filter(digits => Number(digits) < 10);
    return {
      pattern: { signs: [before!, first!, second!, behind!], anno: year!.length === 4 ? 'ad' : 'roc' },
      padded: singles.length === 0 ? null : singles.some(digits => digits.length === 2),
    };
  }
  const digits = compact.exec(plain);
  if (!digits) return null;
  return { pattern: { signs: ['', '', '', ''], anno: digits[1]!.length === 4 ? 'ad' : 'roc' }, padded: true };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Learns from days that are printed in the form already; null when there are none. The most frequent notation wins. */
export function learnDays(texts: readonly string[]): PrintDay | null {
  const samples = texts.flatMap(text => sampleOf(text) ?? []);
  const kinds = [...Map.groupBy(samples, ({ pattern }) => JSON.stringify(pattern)).values()];
  const most = kinds.sort((a, b) => b.length - a.length)[0];
  if (!most) return null;
  const { signs, anno } = most[0]!.pattern;
  const told = most.filter(({ padded }) => padded !== null);
  const padded =
    told.length === 0 ? /[/-]/.test(signs[1]) : told.filter(sample => sample.padded).length * 2 >= told.length;
  return iso => {
    const [year, month, day] = iso.slice(0, 10).split('-').map(Number) as [number, number, number];
    const number = (n: number): string => (padded ? two(n) : String(n));
    return `${signs[0]}${anno === 'ad' ? year : toRocYear(year)}${signs[1]}${number(month)}${signs[2]}${number(day)}${signs[3]}`;
  };
}

export const usualDay: PrintDay = formatRocDateShort;
