import { toRocYear } from '../model/index.ts';
import { joinLines } from './cell-outline.ts';
import type { Where } from './draft.ts';
import { excerpt, inform, type Note, warn } from './note.ts';
import { type Letter, letterIn } from './sections/letter.ts';

/** What stands above the table. */
export interface Preamble {
  readonly title: string;
  readonly agencyName: string;
  /** ROC year, or null where the document states none. */
  readonly year: number | null;
  /** By which letter it was issued. */
  readonly letter: Letter | null;
  /** The texts of all cells above the table; they may come again at page breaks. */
  readonly texts: ReadonlySet<string>;
  readonly notes: readonly Note[];
}

const plan = /計[畫劃]|執行表|工作表|檢核表/;
const labelled = /^[^:：]{1,8}[:：]/;
const agencyLabel = /^(?:主辦|執行|填報|受檢|受評)?機關(?:[(（]單位[)）])?(?:名稱|全銜)?\s*[:：]\s*(\S*)/;
const agencyEnd = '(?:公所|事務所|分局|大隊|中心|學校|[國高]中|國小|[小中大]學|[局處府署部會院校所館隊廳站場園段])';
/** Where the name of an agency ends inside a title: before the year or the words that plans begin with. */
const titledAgency = new RegExp(
  `^(?!提升|推動|推展|加強|強化|落實|促進|優化|精進|年度|為民|執行|辦理|建立)(\\p{Script=Han}{2,}?${agencyEnd})(?=\\s|[\\d０-９(（「『]|民國|提升|為民|服務|政府|推動|年度|工作|一[一二三〇○零])`,
  'u',
);
/** The agency that a title begins with; null when it begins with none. */
export const agencyInTitle = (title: string): string | null => titledAgency.exec(title)?.[1] ?? null;
/** The text is the name of an agency and nothing else. */
export const isAgency = (text: string): boolean => wholeAgency.test(text);
const wholeAgency = new RegExp(`^\\p{Script=Han}{2,20}${agencyEnd}$`, 'u');

/** A text above the plan: a paragraph, or a cell above the table. */
export interface FrontText {
  readonly text: string;
  readonly where: Where;
  /** Texts of one row of a sheet share it. */
  readonly group: number;
}

interface Names {
  readonly fileName: string;
  /** Of the sheet that the plan is on. */
  readonly sheet: string;
  /** What the document calls its own agency, where no title does; empty when it does not. */
  readonly ownName: string;
}

const selfNamed = new RegExp(
  `(?:^|[。，,；：\\s])(\\p{Script=Han}{2,16}?${agencyEnd})[(（]以下(?:簡稱|稱)「?本(?:機關|\\p{Script=Han})」?[)）]`,
  'u',
);

/** The agency that a text introduces as 松林區公所（以下簡稱本所）; empty when none of them does. */
export const ownNameIn = (texts: readonly string[]): string =>
  texts.map(text => selfNamed.exec(text)?.[1]).find(name => name !== undefined) ?? '';

export function readPreamble(front: readonly FrontText[], { fileName, sheet, ownName }: Names): Preamble {
  const lines = front.map(({ text }) => joinLines(text.split('\n')).replace(annexMark, ''));
  const { at: titleAt, printed, taken } = titleAmong(lines);
  const agencyAbove = titleAt > 0 && wholeAgency.test(lines[titleAt - 1]!) ? lines[titleAt - 1]! : '';
  const title = agencyAbove && !printed.includes(agencyAbove) ? agencyAbove + printed : printed;
  const agencyLine = lines.findIndex(line => agencyLabel.test(line));
  const agencyBeside =
    agencyLine >= 0 && front[agencyLine + 1]?.group === front[agencyLine]?.group ? agencyLine + 1 : -1;
  const agencyName =
    agencyLabel.exec(lines[agencyLine] ?? '')?.[1] ||
    (wholeAgency.test(lines[agencyBeside] ?? '') && lines[agencyBeside]) ||
    agencyAbove ||
    (agencyInTitle(title) ?? lines.find(line => wholeAgency.test(line)) ?? ownName);
  const year = [title, ...lines].map(yearIn).find(found => found !== null) ?? null;
  const letters = lines.flatMap((line, i) => {
    const letter = i >= titleAt && i < titleAt + taken ? null : letterIn(line);
    return letter ? [{ i, letter }] : [];
  });
  const letter = letters.at(-1);
  const day = letters.at(-2);
  // Date and number may stand on lines of their own.
  const split = letter && day && letter.letter.date === null && day.letter.number === null && letter.i === day.i + 1;
  const used = new Set([
    ...Array.from({ length: taken }, (_, i) => titleAt + i),
    ...[agencyLine, agencyAbove ? titleAt - 1 : -1],
    ...letters.map(({ i }) => i),
  ]);
  const others = front.filter(
    ({ text }, i) => !used.has(i) && text !== agencyName && lines[i] !== title && yearIn(lines[i]!) === null,
  );
  const nameYear = year === null ? (yearIn(sheet) ?? yearIn(fileName)) : null;
  return {
    title: title || bareName(fileName),
    agencyName,
    year: year ?? nameYear,
    letter: split ? { ...letter.letter, date: day.letter.date } : (letter?.letter ?? null),
    texts: new Set(front.map(({ text }) => text)),
    notes: [
      ...(title === '' ? [warn('title_missing', { title: bareName(fileName) })] : []),
      ...(agencyName === '' ? [warn('agency_missing')] : []),
      ...(nameYear !== null ? [warn('year_from_name', { year: nameYear })] : []),
      ...(year === null && nameYear === null ? [warn('year_missing')] : []),
      ...(letter && letters.length > (split ? 2 : 1)
        ? [warn('letters_several', { text: excerpt(lines[letter.i]!) }, { at: { where: front[letter.i]!.where } })]
        : []),
      ...Array.from(Map.groupBy(others, ({ group }) => group).values(), unread),
    ],
  };
}

/** A plan that was sent along with a letter says so before its name. */
const annexMark = /^附(?:件|表)\s*[一二三四五六七八九十\d]*\s*[:：、.）)]?\s*(?=.*計[畫劃])/;

const mostTitle = 80;

/** The line that names the plan, or two lines over which its name is printed. */
function titleAmong(lines: readonly string[]): {
  readonly at: number;
  readonly printed: string;
  readonly taken: number;
} {
  const isTitle = (line: string): boolean => plan.test(line) && !labelled.test(line) && line.length <= mostTitle;
  const at = lines.findIndex(isTitle);
  if (at >= 0) {
    const whole = lines[at]!;
    const before = lines[at - 1] ?? '';
    const ofAgency =
      agencyInTitle(before) !== null && !isAgency(before) && !plan.test(before) && letterIn(before) === null;
    const begun = ofAgency && whole.length <= 24 && agencyInTitle(whole) === null;
    return begun ? { at: at - 1, printed: before + whole, taken: 2 } : { at, printed: whole, taken: 1 };
  }
  const torn = lines.findIndex(
    (line, i) => line.length >= 8 && (lines[i + 1]?.length ?? 99) <= 40 && isTitle(line + lines[i + 1]),
  );
  return torn < 0
    ? { at: -1, printed: '', taken: 0 }
    : { at: torn, printed: lines[torn]! + lines[torn + 1]!, taken: 2 };
}

const unread = (row: readonly FrontText[]): Note =>
  inform('row_outside', { text: excerpt(row.map(({ text }) => text).join(' ')) }, { at: { where: row[0]!.where } });

const bareName = (fileName: string): string => fileName.replace(/^.*[/\\]/, '').replace(/\.\w{2,4}$/, '');

const yearBefore = /(?<!\d)(\d{2,4})學?年(?!\d{1,2}月)/;
const labelledYear = /年度[:：]?(\d{2,4})(?!\d)/;
const hanYear = /(一[〇○零一二三四五六七八九]{2})年/;
const hanDigits = '〇一二三四五六七八九';

/** The ROC year that a line states: 114年, 114年度, 114學年度, 年度：114, 一一四年, 2025年; a day (114年6月30日) states none. */
export function yearIn(line: string): number | null {
  const text = line.normalize('NFKC').replace(/\s/g, '').replace(/[○零]/g, '〇');
  const han = hanYear.exec(text)?.[1];
  const digits = han
    ? [...han].map(digit => hanDigits.indexOf(digit)).join('')
    : (yearBefore.exec(text)?.[1] ?? labelledYear.exec(text)?.[1]);
  const year = digits === undefined ? 0 : digits.length === 4 ? toRocYear(Number(digits)) : Number(digits);
  return year >= 80 && year <= 200 ? year : null;
}
