import { type Cadence, cadencesIn, parseRocDate } from '../model/index.ts';

export interface CheckMonths {
  /** Ascending, each once. */
  readonly months: readonly number[];
  readonly cadence: readonly Cadence[];
  /** `range`: a period was printed and its last month was taken. `unclear`: nothing was understood. */
  readonly doubt: 'range' | 'unclear' | null;
}

const isMonth = (month: number): boolean => month >= 1 && month <= 12;
const ascending = (months: Iterable<number>): readonly number[] => [...new Set(months)].sort((a, b) => a - b);

const datePart = /(?:中華民國|民國)?\d{2,4}(?:[./-]\d{1,2}[./-]\d{1,2}|年\d{1,2}月\d{1,2}日?)|\d{7,8}/g;
const yearPart = /(?:中華民國|民國)?\d{2,4}年度?|[每當次同]年度?/g;
const until = '(?:至|到|~|-|–|—)';
const datesWithUntil = new RegExp(`^、[起自從]?${until}、[止]?$`);
const monthRange = new RegExp(`(\\d{1,2})月?(?:\\d{1,2}日)?${until}(\\d{1,2})月`, 'g');
/** 6、12月 and 3,6,9,12月: the word stands behind the last number only. */
const monthList = /(\d{1,2}(?:[、,.及和與]\d{1,2})*)月/g;
const bareList = /^\d{1,2}(?:[、,;及和與]\d{1,2})*$/;
/** The last month of 第一季, 第2、4季; of 上半年 and 下半年; of the year. */
const quarterList = /第?([一二三四1-4](?:[、,及和與至到~-]?第?[一二三四1-4])*)季[末底]?/g;
const halfYear = /(上|下)半年度?/g;
const wholeYear = /(?:全|整)年度?/g;
const yearEnd = /年(?:度)?[底終]/g;
const slashDate = /(?<![\d/])(\d{1,2})\/\d{1,2}(?![\d/])/g;

/** The months that a deadline names: 6月、12月; 114.06.30; 每年6月底; 6/30; 1-6月. */
export function checkMonthsOf(printed: string): CheckMonths {
  const text = printed.normalize('NFKC').replace(/\s+/g, match => (match.includes('\n') ? '、' : ''));
  const cadence = cadencesIn(text);
  const months: number[] = [];
  let rest = text.replace(datePart, date => {
    const iso = parseRocDate(date);
    if (iso) months.push(Number(iso.slice(5, 7)));
    return iso ? '、' : date;
  });
  rest = rest.replace(yearEnd, () => {
    months.push(12);
    return '、';
  });
  let isRange = false;
  rest = rest.replace(wholeYear, () => {
    isRange = true;
    months.push(12);
    return '、';
  });
  rest = rest.replace(yearPart, '');
  if (months.length === 2 && datesWithUntil.test(rest)) {
    isRange = true;
    months.shift();
  }
  rest = rest.replace(monthRange, (whole, _from: string, to: string) => {
    if (!isMonth(Number(to))) return whole;
    isRange = true;
    months.push(Number(to));
    return '、';
  });
  for (const [, list] of rest.matchAll(quarterList)) {
    isRange = true;
    const quarters = list!.match(/[一二三四1-4]/g)!.map(each => '一二三四'.indexOf(each) + 1 || Number(each));
    const meant = /[至到~-]/.test(list!) ? quarters.slice(-1) : quarters;
    months.push(...meant.map(quarter => 3 * quarter));
  }
  for (const [, half] of rest.matchAll(halfYear)) {
    isRange = true;
    months.push(half === '上' ? 6 : 12);
  }
  for (const [, list] of rest.matchAll(monthList)) months.push(...list!.split(/\D/).map(Number));
  for (const [, month] of rest.matchAll(slashDate)) months.push(Number(month));
  if (bareList.test(rest)) months.push(...rest.split(/\D/).map(Number));
  const valid = ascending(months.filter(isMonth));
  const unclear = months.some(month => !isMonth(month)) || (valid.length === 0 && cadence.length === 0);
  return { months: valid, cadence, doubt: unclear ? 'unclear' : isRange ? 'range' : null };
}
