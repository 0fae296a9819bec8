import { type HistoryEntry, parseRocDate } from '../../model/index.ts';

/** What stands in one narrative cell: the present narrative, and earlier ones below it, newest first. */
export interface SplitNarrative {
  /** Empty where nothing was written yet for the present period. */
  readonly narrative: string;
  readonly history: readonly HistoryEntry[];
}

/** A line that holds nothing but a rule drawn with dashes or the like. */
const rule = /^\s*(?:[-‐-―─━－—＿_=＝~～*＊]\s*){3,}$/;
const closing = '[\\s:：]*';
/** 前次（113年下半年）：, 上期辦理情形：, 【前次】 */
const earlier = new RegExp(
  `^\\s*[【\\[〔]?\\s*(?:前次|前期|前一次|上次|上期|上一期|歷次)(?:辦理情形|填報|填報內容|執行情形|追蹤|紀錄|內容)?\\s*(?:[（(【\\[]([^）)】\\]\\n]{2,30})[）)】\\]])?\\s*[】\\]〕]?(?:${closing}$|\\s*[:：]\\s*|\\s*(?=\\n))`,
);
const nth = /^\s*[【[（(]?\s*(第\s*[0-9０-９一二三四五六七八九十]+\s*次)[^:：\n]{0,20}?(?:[】\]）)]\s*[:：]?|[:：])\s*/;
const period =
  /^\s*[【[（(]?\s*((?:民國)?\s*\d{2,4}\s*年度?\s*(?:[上下]半年|第\s*[0-9一二三四]\s*季|\d{1,2}\s*月?\s*(?:[至~～-]\s*\d{1,2}\s*)?月)?)\s*(?:辦理情形|執行情形|填報)?\s*(?:[】\]）)]\s*[:：]?|[:：])\s*/;
const day =
  /^\s*[【[（(]?\s*((?:民國)?\s*\d{2,4}\s*(?:[./-]\s*\d{1,2}\s*[./-]\s*\d{1,2}|年\s*\d{1,2}\s*月\s*\d{1,2}\s*日))\s*(?:[】\]）)]\s*[:：]?|[:：]|$)\s*/;

/**
 * Tells the present narrative of a cell from the earlier ones below it. Earlier ones begin after a drawn line (---), at
 * 前次/上次 with or without their period, or where lines begin with days, periods or 第N次 that run backwards.
 */
export function splitNarrative(cell: string): SplitNarrative {
  const text = cell.replace(/\r\n?/g, '\n');
  const [first = [], ...rest] = blocksOf(text);
  const present = splitAtEarlier(first);
  const entries = [...present.history, ...rest.flatMap(lines => entriesOf(lines))];
  if (entries.length > 0) return { narrative: present.narrative, history: entries };
  return backwards(first) ?? { narrative: text.trim(), history: [] };
}

function blocksOf(text: string): readonly (readonly string[])[] {
  const blocks: string[][] = [[]];
  for (const line of text.split('\n')) {
    if (rule.test(line)) blocks.push([]);
    else blocks.at(-1)!.push(line);
  }
  return blocks;
}

const joined = (lines: readonly string[]): string => lines.join('\n').trim();

/** The lines before the first 前次, and an entry for each. */
function splitAtEarlier(lines: readonly string[]): SplitNarrative {
  const starts = lines.flatMap((line, i) => (earlier.test(line) ? [i] : []));
  const pieces = starts.map((start, i) => lines.slice(start, starts[i + 1] ?? lines.length));
  return {
    narrative: joined(lines.slice(0, starts[0] ?? lines.length)),
    history: pieces.flatMap(piece => entryOf(piece) ?? []),
  };
}

/** A block below a drawn line is earlier, whether it says so or not. */
function entriesOf(lines: readonly string[]): readonly HistoryEntry[] {
  const { narrative, history } = splitAtEarlier(lines);
  const lead = narrative === '' ? null : entryOf(narrative.split('\n'));
  return [...(lead ? [lead] : []), ...history];
}

function entryOf(lines: readonly string[]): HistoryEntry | null {
  const text = joined(lines);
  if (text === '') return null;
  const heading = [earlier, nth, period, day].map(shape => shape.exec(text)).find(match => match !== null);
  const rest = heading ? text.slice(heading[0].length).trim() : text;
  const printed = heading?.[1]?.replace(/\s/g, '') ?? null;
  if (rest === '' && printed === null) return null;
  return { period: printed, text: rest };
}

const headings = [nth, period, day];
const hanDigits = '一二三四五六七八九十';

/** Something to order headings by: greater is later. */
function standing(printed: string): number | null {
  const plain = printed.normalize('NFKC').replace(/[\s民國]/g, '');
  const iso = parseRocDate(plain);
  if (iso) return Number(iso.replaceAll('-', ''));
  const count = /^第(.+)次$/.exec(plain)?.[1];
  if (count) return /^\d+$/.test(count) ? Number(count) : hanDigits.indexOf(count[0]!) + 1;
  const match = /^(\d{2,4})年度?(?:([上下])半年|第(.)季|(\d{1,2})月?(?:[至~-](\d{1,2}))?月)?$/.exec(plain);
  if (!match) return null;
  const [, year, half, quarter, from, to] = match;
  const month = half ? (half === '上' ? 6 : 12) : quarter ? (Number(quarter) || hanDigits.indexOf(quarter) + 1) * 3 : 0;
  return Number(year) * 100 + (month || Number(to ?? from ?? 0));
}

/** Entries without any line between them, each headed by its day, period or count, the newest on top. */
function backwards(lines: readonly string[]): SplitNarrative | null {
  for (const shape of headings) {
    const starts = lines.flatMap((line, i) => (shape.test(line) ? [i] : []));
    if (starts.length < 2 || starts[0] !== 0) continue;
    const order = starts.map(start => standing(shape.exec(lines[start]!)![1]!));
    if (!order.every((value, i) => value !== null && (i === 0 || value < order[i - 1]!))) continue;
    const pieces = starts.map((start, i) => lines.slice(start, starts[i + 1] ?? lines.length));
    return { narrative: joined(pieces[0]!), history: pieces.slice(1).flatMap(piece => entryOf(piece) ?? []) };
  }
  return null;
}
