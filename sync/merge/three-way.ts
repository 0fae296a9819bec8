import type { FieldChange } from '../model/index.ts';

export interface Sides<Value> {
  readonly base: Value;
  readonly ours: Value;
  readonly theirs: Value;
}

/** Why a changed value is not taken by itself; null where nothing is wrong with it. */
export type Obstacle = 'locked' | 'invalid' | 'doubtful' | null;
export type Verdict = Pick<FieldChange, 'outcome' | 'why'>;

/**
 * The three-way rule for one field of whatever kind: theirs = base → ours stands; ours = base → theirs is taken; both alike →
 * nothing to do; else a person settles it. What has an obstacle is never taken by itself. Exchanging ours and theirs, with
 * their obstacles, exchanges the outcomes.
 */
export function decide<Value>(
  same: (a: Value, b: Value) => boolean,
  { base, ours, theirs }: Sides<Value>,
  obstacles: { readonly ours?: Obstacle; readonly theirs?: Obstacle } = {},
): Verdict {
  const theyChanged = !same(theirs, base);
  const weChanged = !same(ours, base);
  if (!theyChanged && !weChanged) return { outcome: 'same', why: null };
  if (same(theirs, ours)) return { outcome: 'equal', why: null };
  const obstacle = (theyChanged ? obstacles.theirs : null) ?? (weChanged ? obstacles.ours : null) ?? null;
  if (obstacle) return { outcome: 'conflict', why: obstacle };
  if (theyChanged && weChanged) return { outcome: 'conflict', why: 'bothChanged' };
  return { outcome: theyChanged ? 'theirs' : 'ours', why: null };
}
