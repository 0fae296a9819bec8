import type { HistoryEntry } from '../../model/index.ts';
import {
  aboveOlder,
  type FormPeriod,
  headingOf,
  isRule,
  type NarrativeParts,
  printHistory,
  replaceNarrative,
  splitNarrative,
} from '../answers/index.ts';
import { sameText } from '../plain-text.ts';

export interface NarrativeSetting {
  readonly period: FormPeriod | null;
  /** Earlier entries that the form was found to ask with. */
  readonly asked: readonly HistoryEntry[];
  /** Earlier entries that come with the answer, for a cell that has none. */
  readonly earlier: readonly HistoryEntry[];
}

/** The cell begins with exactly this text, whatever separators are in it. */
const begins = (cell: string, narrative: string): boolean =>
  cell.startsWith(`${narrative}\n`) && isRule(cell.slice(narrative.length + 1).split('\n', 1)[0]!);

const headed = (text: string) => {
  const heading = headingOf(text.split('\n', 1)[0]!);
  return heading && heading.kind !== 'present' ? heading : null;
};

/**
 * Whether what stands first is an earlier entry without saying so: the form was found to ask with it, or it stands under a
 * day, period or 第N次 of its own that the new text does not share. Better one entry too many than one lost.
 */
function isOlder({ lead, narrative }: NarrativeParts, wanted: string, asked: readonly HistoryEntry[]): boolean {
  if (narrative === '' || lead !== '') return false;
  if (asked[0] && asked[0].period === null && sameText(asked[0].text, narrative)) return true;
  const own = headed(narrative);
  return own !== null && own.period !== headed(wanted)?.period;
}

/** A narrative that brings the heading which stands in the cell already. */
const withoutLead = (wanted: string, { lead }: NarrativeParts, period: FormPeriod | null): string =>
  lead === '' ? wanted : wanted.slice(splitNarrative(wanted, period).lead.length);

/**
 * The text of a narrative cell with this present narrative: the earlier entries stay as they stand below it. Writing the same
 * again changes nothing, and a corrected narrative replaces only the newest entry.
 */
export function writeNarrative(cell: string, wanted: string, { period, asked, earlier }: NarrativeSetting): string {
  const parts = splitNarrative(cell, period);
  if (wanted.trim() === '') {
    return isOlder(parts, '', asked) ? cell : replaceNarrative(parts, '');
  }
  if (sameText(parts.narrative, wanted) || cell === wanted || begins(cell, wanted)) return cell;
  if (isOlder(parts, wanted, asked)) return aboveOlder(wanted, cell);
  const written = replaceNarrative(parts, withoutLead(wanted, parts, period));
  return parts.older === '' && earlier.length > 0 ? aboveOlder(written, printHistory(earlier)) : written;
}
