import { type PlanDocument, parseRocDate } from '../../model/index.ts';

const date = /(?:中華民國|民國)?\s*\d{2,4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/;
const number = /(?<=日|^|[\s(（:：,，])\s*([\p{Script=Han}]{1,14}字第\s*[0-9A-Za-z０-９-]+\s*號)/u;

export type Letter = NonNullable<PlanDocument['document']>;

/** By which letter a plan was issued, from a line such as 106年4月25日所行字第1060259708號函; null when the line names none. */
export function letterIn(line: string): Letter | null {
  const text = line.normalize('NFKC');
  const day = date.exec(text);
  const named = number.exec(day ? text.slice(0, day.index) + text.slice(day.index + day[0].length - 1) : text);
  const iso = day ? parseRocDate(day[0].replace(/\s/g, '')) : null;
  if (iso === null && !named) return null;
  return { date: iso, number: named ? named[1]!.replace(/\s/g, '').replace(/^日/, '') : null };
}
