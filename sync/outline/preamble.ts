import { toRocYear } from '../model/index.ts';
import { joinLines } from './cell-outline.ts';
import type { Grid, GridCell } from './grid.ts';
import { excerpt, inform, type Note, warn } from './note.ts';

/** What stands above the table. */
export interface Preamble {
  readonly title: string;
  readonly agencyName: string;
  /** ROC year, or null where the document states none. */
  readonly year: number | null;
  /** The texts of all cells above the table; they may come again at page breaks. */
  readonly texts: ReadonlySet<string>;
  readonly notes: readonly Note[];
}

const plan = /計[畫劃]|執行表|工作表|檢核表/;
const labelled = /^[^:：]{1,8}[:：]/;
const agencyLabel = /^(?:主辦|執行|填報|受檢|受評)?機關(?:[(（]單位[)）])?(?:名稱|全銜)?\s*[:：]\s*(\S*)/;
/** Where the name of an agency ends inside a title: before the year or the words that plans begin with. */
const titledAgency =
  /^(\p{Script=Han}{2,}?(?:公所|事務所|分局|大隊|中心|學校|國中|國小|[局處府署部會院校所館隊廳]))(?=\s|[\d０-９(（「『]|民國|提升|為民|服務|政府|推動|年度|工作|一[一二三〇○零])/u;
/** The agency that a title begins with; null when it begins with none. */
export const agencyInTitle = (title: string): string | null => titledAgency.exec(title)?.[1] ?? null;
/** The text is the name of an agency and nothing else. */
export const isAgency = (text: string): boolean => wholeAgency.test(text);
const wholeAgency = /^\p{Script=Han}{2,20}(?:公所|事務所|分局|大隊|中心|學校|國中|國小|[局處府署部會院校所館隊廳])$/u;

export function readPreamble(grid: Grid, headingTop: number, fileName: string): Preamble {
  const cells = grid.rows.filter(({ row }) => row < headingTop).flatMap(({ cells }) => cells);
  const lines = cells.map(cell => joinLines(cell.text.split('\n')));
  const titleAt = lines.findIndex(line => plan.test(line) && !labelled.test(line) && line.length <= 80);
  const agencyAbove = titleAt > 0 && wholeAgency.test(lines[titleAt - 1]!) ? lines[titleAt - 1]! : '';
  const printed = titleAt < 0 ? '' : lines[titleAt]!;
  const title = agencyAbove && !printed.includes(agencyAbove) ? agencyAbove + printed : printed;
  const agencyLine = lines.findIndex(line => agencyLabel.test(line));
  const agencyBeside = agencyLine >= 0 && cells[agencyLine + 1]?.top === cells[agencyLine]?.top ? agencyLine + 1 : -1;
  const agencyName =
    agencyLabel.exec(lines[agencyLine] ?? '')?.[1] ||
    (wholeAgency.test(lines[agencyBeside] ?? '') && lines[agencyBeside]) ||
    agencyAbove ||
    (agencyInTitle(title) ?? '');
  const year = [title, ...lines].map(yearIn).find(found => found !== null) ?? null;
  const used = new Set([titleAt, agencyLine, agencyAbove ? titleAt - 1 : -1]);
  const others = cells.filter((cell, i) => !used.has(i) && cell.text !== agencyName && yearIn(lines[i]!) === null);
  const nameYear = year === null ? (yearIn(grid.name) ?? yearIn(fileName)) : null;
  return {
    title: title || bareName(fileName),
    agencyName,
    year: year ?? nameYear,
    texts: new Set(cells.map(cell => cell.text)),
    notes: [
      ...(title === '' ? [warn('title_missing', { title: bareName(fileName) })] : []),
      ...(agencyName === '' ? [warn('agency_missing')] : []),
      ...(nameYear !== null ? [warn('year_from_name', { year: nameYear })] : []),
      ...(year === null && nameYear === null ? [warn('year_missing')] : []),
      ...Array.from(Map.groupBy(others, cell => cell.top).values(), unread),
    ],
  };
}

const unread = (row: readonly GridCell[]): Note => {
  const { top, left } = row[0]!;
  return inform(
    'row_outside',
    { text: excerpt(row.map(({ text }) => text).join(' ')) },
    { at: { row: top, column: left } },
  );
};

const bareName = (fileName: string): string => fileName.replace(/^.*[/\\]/, '').replace(/\.\w{2,4}$/, '');

const yearBefore = /(?<!\d)(\d{2,4})年(?!\d{1,2}月)/;
const labelledYear = /年度[:：]?(\d{2,4})(?!\d)/;
const hanYear = /(一[〇○零一二三四五六七八九]{2})年/;
const hanDigits = '〇一二三四五六七八九';

/** The ROC year that a line states: 114年, 114年度, 年度：114, 一一四年, 2025年; a day (114年6月30日) states none. */
export function yearIn(line: string): number | null {
  const text = line.normalize('NFKC').replace(/\s/g, '').replace(/[○零]/g, '〇');
  const han = hanYear.exec(text)?.[1];
  const digits = han
    ? [...han].map(digit => hanDigits.indexOf(digit)).join('')
    : (yearBefore.exec(text)?.[1] ?? labelledYear.exec(text)?.[1]);
  const year = digits === undefined ? 0 : digits.length === 4 ? toRocYear(Number(digits)) : Number(digits);
  return year >= 80 && year <= 200 ? year : null;
}
