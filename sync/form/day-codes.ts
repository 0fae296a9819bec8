import { toRocYear } from '../model/index.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * What each code of a number format prints of a day: year (AD), month and day. Months by name and days of the week are no part
 * of the notations of offices. `e` counts the years of the Republic.
 */
export const dayCodes: Readonly<Record<string, (year: number, month: number, day: number) => string>> = {
  yyyy: year => String(year),
  yyy: year => String(year),
  yy: year => two(year % 100),
  y: year => two(year % 100),
  e: year => String(toRocYear(year)),
  ee: year => two(toRocYear(year)),
  mm: (_, month) => two(month),
  m: (_, month) => String(month),
  dd: (_, __, day) => two(day),
  d: (_, __, day) => String(day),
  ggg: () => '中華民國',
  gg: () => '民國',
  g: () => '民國',
};
