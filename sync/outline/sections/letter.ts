import { type PlanDocument, parseMark, parseRocDate } from '../../model/index.ts';

const date =
  /(?:中華民國|民國)?\s*\d{2,4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|(?<![\d.])\d{2,3}[./]\d{1,2}[./]\d{1,2}(?![\d.])/;
const hanDate =
  /([〇○零一二三四五六七八九]{2,4})年([一二三四五六七八九十廿]{1,3})月([一二三四五六七八九十廿卅]{1,3})日/;
const hanDigits = '〇一二三四五六七八九';

const digitsOf = (han: string): string =>
  [...han.replace(/[○零]/g, '〇')].map(digit => hanDigits.indexOf(digit)).join('');

/** 一一四年一月五日 in digits. */
const inDigits = (line: string): string =>
  line.replace(hanDate, (_, year: string, month: string, day: string) => {
    const [m, d] = [month, day].map(numeral => parseMark(`${numeral}、`)?.ordinal ?? 0);
    return `${digitsOf(year)}年${m}月${d}日`;
  });

const number = /(?<=^|[\s(（:：,，])\s*([\p{Script=Han}]{1,14}字第\s*[0-9A-Za-z０-９-]+\s*號)/u;

export type Letter = NonNullable<PlanDocument['document']>;

/** By which letter a plan was issued, from a line such as 106年4月25日所行字第1060259708號函; null when the line names none. */
export function letterIn(line: string): Letter | null {
  const text = inDigits(line.normalize('NFKC'));
  const day = date.exec(text);
  const named = number.exec(day ? `${text.slice(0, day.index)} ${text.slice(day.index + day[0].length)}` : text);
  const iso = day ? parseRocDate(day[0].replace(/\s/g, '')) : null;
  if (iso === null && !named) return null;
  return { date: iso, number: named ? named[1]!.replace(/\s/g, '') : null };
}
