import type { Candidate, Months } from './layout.ts';
import { parsePeriod } from './period.ts';

/** The months that a title names without a year, such as 1-6月 or 上半年; null when it names none. */
export function monthsIn(title: string): Months | null {
  const part = /[上下]半年|第[一二三四1-4]季|\d{1,2}月?(?:至|~|-)\d{1,2}月/.exec(title.normalize('NFKC'))?.[0];
  const period = part ? parsePeriod(`114年${part}`) : null;
  return period?.from && period.to ? [Number(period.from.slice(5, 7)), Number(period.to.slice(5, 7))] : null;
}

const hanDigits = '一二三四五六七八九十';

/** 第2次追蹤 → 2; 0 where the title tells of no round. */
export function roundOf({ title, group }: Pick<Candidate, 'title' | 'group'>): number {
  const nth = /第([0-9]+|[一二三四五六七八九十])次/.exec(`${title}${group?.cell.text ?? ''}`.normalize('NFKC'))?.[1];
  return nth ? Number(nth) || hanDigits.indexOf(nth) + 1 : 0;
}
