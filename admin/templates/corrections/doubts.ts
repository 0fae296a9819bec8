import type { ProfileDecision, SheetCorrection, SheetProfile } from '../../../sync/model/index.ts';
import { saidOf } from './said.ts';

/** How sure the finder is, as a person would say it. */
export const sureness = ['sure', 'likely', 'unsure'] as const;
export type Sureness = (typeof sureness)[number];

const sure = 0.9;
const likely = 0.75;

export const surenessOf = (confidence: number): Sureness =>
  confidence >= sure ? 'sure' : confidence >= likely ? 'likely' : 'unsure';

/** A decision that a person should look at, with a key that stays while the decision stays the same. */
export interface Doubt {
  readonly key: string;
  readonly decision: ProfileDecision;
}

export const doubtKey = ({ what, value }: ProfileDecision): string => `${what} ${value}`;

/** What a correction speaks of, named as decisions are. */
function settledBy(correction: SheetCorrection | undefined): ReadonlySet<string> {
  const said = correction ? saidOf(correction) : [];
  return new Set(
    said.flatMap(one => {
      if (one.kind === 'column') return [`column.${one.field}`];
      if (one.kind === 'ticks') return ['column.resultTicks', 'choiceStyle'];
      if (one.kind === 'cell') return [one.name];
      if (one.kind === 'signOff') return ['signOffRow'];
      if (one.kind === 'asks') return [`row ${one.row}`];
      return [one.kind];
    }),
  );
}

/**
 * What to look at on a sheet, the least certain first. What a person corrected or looked at already is left out.
 * @param seen keys of decisions that a person found right
 */
export function doubtsOf(
  profile: SheetProfile,
  correction: SheetCorrection | undefined,
  seen: ReadonlySet<string>,
): readonly Doubt[] {
  const settled = settledBy(correction);
  return profile.decisions
    .filter(decision => surenessOf(decision.confidence) !== 'sure')
    .map(decision => ({ key: doubtKey(decision), decision }))
    .filter(({ key, decision }) => !settled.has(decision.what) && !settled.has(key) && !seen.has(key))
    .toSorted((a, b) => a.decision.confidence - b.decision.confidence);
}

/** What a form has no place for, so that it is left out when the form is sent; nobody may have noticed. */
export const lacking = ['narrative', 'result'] as const;
export type Lacking = (typeof lacking)[number];

export const lackKey = (what: Lacking): string => `lacks ${what}`;

/** @param seen keys that a person found right */
export function lacksOf({ columns }: Pick<SheetProfile, 'columns'>, seen: ReadonlySet<string>): readonly Lacking[] {
  const has: Readonly<Record<Lacking, boolean>> = {
    narrative: columns.narrative !== undefined,
    result: columns.result !== undefined || columns.resultTicks !== undefined,
  };
  return lacking.filter(what => !has[what] && !seen.has(lackKey(what)));
}

/** The decisions that rest on a cell or speak of its column. */
export const decisionsAbout = (
  profile: SheetProfile,
  { address, whats }: { readonly address: string | null; readonly whats: readonly string[] },
): readonly ProfileDecision[] =>
  profile.decisions.filter(
    decision => whats.includes(decision.what) || (address !== null && decision.cells.includes(address)),
  );
