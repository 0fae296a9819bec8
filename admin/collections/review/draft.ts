import type { CollectedRow } from '../../../sync/model/index.ts';

/** What a reviewer writes about one answer, as it stands in the boxes. */
export interface Draft {
  readonly firstScore: string;
  readonly firstRemarks: string;
  readonly secondScore: string;
  readonly secondRemarks: string;
  readonly returnReason: string;
}

export type Box = keyof Draft;
export const boxes: readonly Box[] = ['firstScore', 'firstRemarks', 'secondScore', 'secondRemarks', 'returnReason'];

const shown = (score: number | null): string => (score === null ? '' : String(score));

export const draftOf = ({
  first,
  second,
  returnReason,
}: Pick<CollectedRow, 'first' | 'second' | 'returnReason'>): Draft => ({
  firstScore: shown(first.score),
  firstRemarks: first.remarks,
  secondScore: shown(second.score),
  secondRemarks: second.remarks,
  returnReason: returnReason ?? '',
});

export const changedBoxes = (before: Draft, after: Draft): readonly Box[] =>
  boxes.filter(box => before[box] !== after[box]);

const fullWidth = /[０-９．]/g;
const half = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 0xfee0);

/** A score as typed, full width too; undefined when it is none. Blank takes a score back. */
export function scoreOf(text: string): number | null | undefined {
  const typed = text.trim().replaceAll(fullWidth, half);
  if (typed === '') return null;
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(typed)) return undefined;
  const score = Number(typed);
  return score <= 1000 ? score : undefined;
}

type Body = Readonly<Record<string, unknown>>;

const bodies: Readonly<Record<Box, (text: string) => { readonly [part: string]: Body | string | null } | null>> = {
  firstScore: text => scored('first', text),
  firstRemarks: text => ({ first: { remarks: text } }),
  secondScore: text => scored('second', text),
  secondRemarks: text => ({ second: { remarks: text } }),
  returnReason: text => ({ returnReason: text.trim() === '' ? null : text }),
};

function scored(stage: 'first' | 'second', text: string) {
  const score = scoreOf(text);
  return score === undefined ? null : { [stage]: { score } };
}

/** What to send of the boxes that were changed; a score that is none waits until it is one. */
export function editOf(draft: Draft, changed: readonly Box[]): Body {
  const body: Record<string, Body | string | null> = {};
  for (const box of changed) {
    for (const [part, value] of Object.entries(bodies[box](draft[box]) ?? {})) {
      const before = body[part];
      body[part] =
        typeof before === 'object' && before !== null && typeof value === 'object' && value !== null
          ? { ...before, ...value }
          : value;
    }
  }
  return body;
}

/** Boxes that somebody else changed meanwhile into something else than is typed in them. */
export const clashes = (before: Draft, now: Draft, typed: Draft): readonly Box[] =>
  boxes.filter(box => before[box] !== now[box] && typed[box] !== before[box] && typed[box] !== now[box]);
