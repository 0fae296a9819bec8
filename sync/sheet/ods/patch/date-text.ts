const rocEpoch = 1911;
const tokens = /"([^"]*)"|\\(.)|\[[^\]]*\]|yyyy|yy|y|eee|ee|e|mmmm|mmm|mm|m|dddd|ddd|dd|d|ggge?|gge?|g/gi;

type Show = (year: number, month: number, day: number) => string;
const two = (part: number): string => String(part).padStart(2, '0');
const weekday = (year: number, month: number, day: number): string =>
  '日一二三四五六'[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]!;

const shows: Readonly<Record<string, Show>> = {
  yyyy: year => String(year),
  yy: year => two(year % 100),
  y: year => two(year % 100),
  e: year => String(year - rocEpoch),
  ee: year => String(year - rocEpoch).padStart(2, '0'),
  eee: year => String(year - rocEpoch).padStart(3, '0'),
  mmmm: (_, month) => `${month}月`,
  mmm: (_, month) => `${month}月`,
  mm: (_, month) => two(month),
  m: (_, month) => String(month),
  dddd: (...date) => `星期${weekday(...date)}`,
  ddd: (...date) => `週${weekday(...date)}`,
  dd: (_, __, day) => two(day),
  d: (_, __, day) => String(day),
};

/**
 * A day as a cell of this format shows it, for programs that show the text beside the value; others make their own of the value.
 * @param iso such as 2025-06-30
 * @param code in the notation of Excel; one that shows no date gives the ISO day
 */
export function dateText(iso: string, code: string, isDate: boolean): string {
  if (!isDate) return iso;
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  const [section = ''] = code.split(';');
  return section.replace(tokens, (token, literal?: string, single?: string) => {
    if (literal !== undefined || single !== undefined) return literal ?? single ?? '';
    return shows[token.toLowerCase()]?.(year, month, day) ?? '';
  });
}
