/**
 * Dates of the Republic of China calendar: ROC year = AD year − 1911. Inside the program a day is always an ISO string
 * with the AD year; ROC notations exist only at the edges.
 */
const offset = 1911;

export const toRocYear = (adYear: number): number => adYear - offset;
export const toAdYear = (year: number): number => year + offset;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The ISO day, or null when the calendar has no such day. */
function isoDay(year: number, month: number, dayOfMonth: number): string | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}

/** A year of up to three digits is ROC, one of four digits AD. */
const adYearOf = (digits: string): number => (digits.length === 4 ? Number(digits) : toAdYear(Number(digits)));

const separated = /^(?:中華民國|民國)?\s*(\d{2,4})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{1,2})$/;
const spelled = /^(?:中華民國|民國)?\s*(\d{2,4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/;
const compact = /^(\d{2,4})(\d{2})(\d{2})$/;

/**
 * Reads a day in any notation that forms use: 114.06.30, 114/6/30, 114-06-30, 114年6月30日, 民國114年6月30日, 1140630,
 * 99.1.5, and the same with AD years (2025-06-30, 20250630). Full-width digits and marks count as half-width.
 * @returns the ISO day (`2025-06-30`), or null when the text is no date or the calendar has no such day
 */
export function parseRocDate(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const match = separated.exec(plain) ?? spelled.exec(plain) ?? compact.exec(plain);
  if (!match) return null;
  const [, year, month, dayOfMonth] = match as unknown as [string, string, string, string];
  return isoDay(adYearOf(year), Number(month), Number(dayOfMonth));
}

const pieces = (iso: string): { year: number; month: number; dayOfMonth: number } => {
  const [year, month, dayOfMonth] = iso.slice(0, 10).split('-').map(Number) as [number, number, number];
  return { year: toRocYear(year), month, dayOfMonth };
};

/** `2025-06-30` → `114年6月30日`. */
export function formatRocDate(iso: string): string {
  const { year, month, dayOfMonth } = pieces(iso);
  return `${year}年${month}月${dayOfMonth}日`;
}

/** `2025-06-30` → `114.06.30`. */
export function formatRocDateShort(iso: string): string {
  const { year, month, dayOfMonth } = pieces(iso);
  return `${year}.${String(month).padStart(2, '0')}.${String(dayOfMonth).padStart(2, '0')}`;
}

const taipei = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Taipei',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Taipei at an instant, as an ISO day. Due dates are days of Taipei, instants are UTC. */
export const dayInTaipei = (instant: Date): string => taipei.format(instant);

const taipeiClock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Taipei', hour: '2-digit', minute: '2-digit' });

/** What the clock shows in Taipei at an instant: `09:05`. */
export const timeInTaipei = (instant: Date): string => taipeiClock.format(instant);
