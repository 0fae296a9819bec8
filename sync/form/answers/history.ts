import type { HistoryEntry } from '../../model/index.ts';
import { type Days, type Heading, headingOf } from './history-heading.ts';

/** What the form says of itself and helps to tell the present narrative from earlier ones. */
export interface FormPeriod extends Days {
  /** As printed; 第2次追蹤 tells that 第1次 is past. */
  readonly text: string;
}

/**
 * A narrative cell, taken apart without losing a character: `lead + narrative + between + older` is the text again.
 */
export interface NarrativeParts {
  /** A heading of the present entry that stands before it, such as 本期：. */
  readonly lead: string;
  readonly narrative: string;
  /** Line breaks, blanks and a separating line between the two. */
  readonly between: string;
  /** Everything earlier, as it stands. */
  readonly older: string;
  /** The same, entry by entry, newest first. */
  readonly history: readonly HistoryEntry[];
}

const rule = /^\s*(?:[-－\u2010-\u2015─━=＝_＿~～*＊]\s*){3,}$/;
export const isRule = (line: string): boolean => rule.test(line);

interface Line {
  readonly text: string;
  readonly start: number;
  readonly rule: boolean;
  readonly heading: Heading | null;
}

function linesOf(text: string): readonly Line[] {
  let start = 0;
  return text.split('\n').map(line => {
    const at = { text: line, start, rule: rule.test(line), heading: headingOf(line) };
    start += line.length + 1;
    return at;
  });
}

const rank = ({ to, ordinal }: Heading): string | null =>
  to ?? (ordinal === null ? null : String(ordinal).padStart(4, '0'));

/** The form's own 第N次, where its period says so. */
const nthOf = (period: FormPeriod | null): number | null =>
  period ? (headingOf(/第.{1,3}次/.exec(period.text)?.[0] ?? '')?.ordinal ?? null) : null;

function isBefore(heading: Heading, period: FormPeriod | null): boolean {
  const nth = nthOf(period);
  if (heading.kind === 'ordinal' && heading.ordinal !== null && nth !== null) return heading.ordinal < nth;
  return heading.to !== null && period?.from != null && heading.to < period.from;
}

const covers = (heading: Heading, period: FormPeriod | null): boolean =>
  heading.kind === 'period' &&
  period?.from != null &&
  period.to !== null &&
  heading.from !== null &&
  heading.to !== null &&
  heading.from <= period.from &&
  heading.to >= period.to;

/**
 * Whether entries with such headings run from new to old. A list of days within one narrative runs the other way, so that
 * a single day under a text decides nothing.
 */
function descend(headed: readonly Heading[], afterText: boolean): boolean {
  const ranks = headed.map(rank);
  if (ranks.some(each => each === null)) return false;
  if (ranks.length === 1) return afterText && headed[0]!.kind !== 'date';
  return ranks.every((each, i) => i === 0 || each! < ranks[i - 1]!);
}

/** Index of the line where earlier entries begin: the separating line, or the heading of the first of them; null for none. */
function boundaryOf(lines: readonly Line[], period: FormPeriod | null): number | null {
  const hard = lines.findIndex(
    line => line.rule || (line.heading !== null && (line.heading.kind === 'past' || isBefore(line.heading, period))),
  );
  const open = hard < 0 ? lines : lines.slice(0, hard);
  const first = open.findIndex(({ heading }) => heading !== null && heading.kind !== 'present');
  const soft = first < 0 ? null : softBoundary(open, first, period);
  return soft ?? (hard < 0 ? null : hard);
}

function softBoundary(lines: readonly Line[], first: number, period: FormPeriod | null): number | null {
  const { kind } = lines[first]!.heading!;
  const headed = lines.flatMap((line, i) => (line.heading?.kind === kind ? [{ heading: line.heading, i }] : []));
  const afterText = lines.slice(0, first).some(({ text }) => text.trim() !== '');
  const headings = headed.map(({ heading }) => heading);
  const present = headings.some(heading => covers(heading, period));
  if (!descend(headings, afterText && !(present && headed.length === 1))) return null;
  return (afterText ? headed[0]?.i : headed[1]?.i) ?? null;
}

function entriesOf(lines: readonly Line[]): readonly HistoryEntry[] {
  const kind = lines.find(({ heading }) => heading && heading.kind !== 'present')?.heading?.kind;
  const starts = (line: Line): boolean =>
    line.heading !== null && (line.heading.kind === 'past' || (kind !== 'past' && line.heading.kind === kind));
  const entries: { period: string | null; lines: string[] }[] = [];
  for (const line of lines) {
    const current = entries.at(-1);
    if (line.rule) entries.push({ period: null, lines: [] });
    else if (starts(line) && line.heading) {
      const rest = line.text.slice(line.heading.length);
      const fresh = current && current.period === null && current.lines.every(each => each.trim() === '');
      if (fresh) entries.pop();
      entries.push({ period: line.heading.period, lines: [rest] });
    } else if (current) current.lines.push(line.text);
    else entries.push({ period: null, lines: [line.text] });
  }
  return entries
    .map(entry => ({
      period: entry.period,
      text: entry.lines
        .join('\n')
        .replace(/^[\s\u3000]*\n/, '')
        .trim(),
    }))
    .filter(entry => entry.period !== null || entry.text !== '');
}

/** The heading of the present entry, where the text begins with one. */
function leadOf(lines: readonly Line[], text: string, period: FormPeriod | null): string {
  const [line] = lines;
  const heading = line?.heading;
  if (!line || !heading || !(heading.kind === 'present' || covers(heading, period))) return '';
  const wholeLine = heading.length >= line.text.length;
  return text.slice(0, wholeLine ? Math.min(line.text.length + 1, text.length) : heading.length);
}

/**
 * Separates the present narrative from the earlier ones below it. Earlier ones begin at a line of `---`, at 前次 or 上次, or
 * at a period, a day or 第N次 that lies before the form's period or runs backwards in time.
 */
export function splitNarrative(text: string, period: FormPeriod | null = null): NarrativeParts {
  const lines = linesOf(text);
  const boundary = boundaryOf(lines, period);
  const newest = boundary === null ? text : text.slice(0, Math.max(0, lines[boundary]!.start - 1));
  const lead = leadOf(lines.slice(0, boundary ?? undefined), newest, period);
  const narrative = newest.slice(lead.length).trimEnd();
  if (boundary === null)
    return { lead, narrative, between: newest.slice(lead.length + narrative.length), older: '', history: [] };
  const olderLines = lines.slice(boundary);
  const begins = olderLines.find(line => !line.rule && line.text.trim() !== '')?.start ?? text.length;
  return {
    lead,
    narrative,
    between: text.slice(lead.length + narrative.length, begins),
    older: text.slice(begins),
    history: entriesOf(olderLines),
  };
}

/** A line that separates entries where the cell has none yet. */
const separator = '\n---\n';

/** The cell's text with another present narrative: what is older, and how it is set off, stays as it stands. */
export function replaceNarrative(parts: NarrativeParts, narrative: string): string {
  const { lead, between, older } = parts;
  if (narrative === parts.narrative) return `${lead}${narrative}${between}${older}`;
  if (older === '') return `${lead}${narrative}`;
  if (narrative === '') return lead === '' ? older : `${lead}${between}${older}`;
  const drawn = between.trim() !== '';
  const joint = drawn ? between.replace(/^(?!\n)/, '\n') : parts.narrative === '' ? separator : between;
  return `${lead}${narrative}${joint}${older}`;
}

/** Puts a present narrative above a text that is older as a whole. */
export const aboveOlder = (narrative: string, older: string): string => `${narrative}${separator}${older}`;

/** Entries as this form would print them, for a cell that has none yet. */
export const printHistory = (history: readonly HistoryEntry[]): string =>
  history.map(({ period, text }) => `${period === null ? '前次' : `前次（${period}）`}：\n${text}`).join(separator);
