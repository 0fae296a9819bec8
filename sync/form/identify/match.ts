import type { AskedRow } from './asked-row.ts';
import { byQuestion } from './by-question.ts';
import { byText } from './by-text.ts';
import { certainPairs, type Ground, groundOf } from './ground.ts';
import { alike, pairsOf } from './similar.ts';

/** A row of the template that a returned row may stand for; `score` 0–1. */
export interface Candidate {
  readonly sheet: string;
  readonly row: number;
  readonly score: number;
}

/** What was made of a returned row. */
export interface RowMatch {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  /** The row of the template that it is; null when that is not certain. */
  readonly templateSheet: string | null;
  readonly templateRow: number | null;
  /** `question`: by its whole question; `text`: by a text with slips of the keyboard. Null without a match. */
  readonly matchedBy: 'question' | 'text' | null;
  /** 0–1: how alike the two are with all that stands around their texts; null without a match. */
  readonly score: number | null;
  /** Rows that it may be where that is not certain, best first. Empty for a row that resembles none. */
  readonly candidates: readonly Candidate[];
  /** The row was copied: it stands for a row of the template that an earlier row stands for already. */
  readonly duplicate: boolean;
}

export interface RowMatches {
  /** Every returned row once, in the order given. */
  readonly rows: readonly RowMatch[];
  /** Rows of the template that no returned row certainly is. */
  readonly missing: readonly { readonly sheet: string; readonly row: number }[];
}

/** Decisions by returned row; what is not among them is doubtful. */
export type Decided = ReadonlyMap<
  AskedRow,
  { readonly template: AskedRow; readonly by: 'question' | 'text'; readonly duplicate: boolean }
>;

/** Fewer than this share is no likeness, and more than this many are no help. */
const least = 0.3;
const most = 8;

const rounded = (score: number): number => Math.round(1000 * score) / 1000;

function candidatesOf(row: AskedRow, ground: Ground): readonly Candidate[] {
  const near = ground.nearest(row).map(({ row: template, alike }) => ({
    sheet: template.sheet,
    row: template.row,
    score: rounded(ground.score(row, template, alike)),
  }));
  return near
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}

const likeness = (a: AskedRow, b: AskedRow): number =>
  a.text === b.text ? 1 : alike(pairsOf(a.text), pairsOf(b.text));

/** How much of two forms is the same rows, 0–1: tells which of the forms that were sent a file without an id may be. */
export function formLikeness(returned: readonly AskedRow[], template: readonly AskedRow[]): number {
  const { missing } = matchRows(returned, template);
  const both = returned.length + template.length;
  return both === 0 ? 0 : rounded((2 * (template.length - missing.length)) / both);
}

/**
 * Recognises rows of a form that came back without ids: sorted, cut, copied, retyped, saved by another program, with headings
 * unmerged or numbers lost. First by the whole question, then by texts that differ by slips of the keyboard; titles repeat, so
 * what stands around a text (headings, units, months, numbers, place) must not speak against it, and decides between rows of one
 * text. Nothing is guessed: a row that could be two, or that somebody may have added, is left to a person with its candidates.
 * Rows that look the same in every respect are told apart only by their place among rows that kept their order.
 */
export function matchRows(returned: readonly AskedRow[], template: readonly AskedRow[]): RowMatches {
  const ground = groundOf(returned, template, certainPairs(returned, template));
  const asked = byQuestion(ground);
  const decided: Decided = new Map([...asked, ...byText(ground, asked)]);
  const taken = new Set([...decided.values()].map(each => each.template));
  return {
    rows: returned.map(row => {
      const match = decided.get(row);
      return {
        sheet: row.sheet,
        row: row.row,
        templateSheet: match?.template.sheet ?? null,
        templateRow: match?.template.row ?? null,
        matchedBy: match?.by ?? null,
        score: match ? rounded(ground.score(row, match.template, likeness(row, match.template))) : null,
        candidates: match ? [] : candidatesOf(row, ground),
        duplicate: match?.duplicate ?? false,
      };
    }),
    missing: template.filter(row => !taken.has(row)).map(({ sheet, row }) => ({ sheet, row })),
  };
}
