import { sameText } from '../form/index.ts';
import type { AnswerField, FieldChange } from '../model/index.ts';

type Value = string | null;
export type Verdict = Pick<FieldChange, 'outcome' | 'why'>;

export const sameValue = (field: AnswerField, a: Value, b: Value): boolean =>
  a === b || (field !== 'result' && a !== null && b !== null && sameText(a, b));

/**
 * The three-way rule for one field: theirs = base → ours stands; ours = base → theirs is taken; both alike → nothing to do;
 * else a person settles it. Theirs is never taken by itself where it is locked out, no legal value, or uncertain.
 */
export function decide(
  field: AnswerField,
  { base, ours, theirs }: { readonly base: Value; readonly ours: Value; readonly theirs: Value },
  { locked, obstacle }: { readonly locked: boolean; readonly obstacle: 'invalid' | 'doubtful' | null },
): Verdict {
  const theyChanged = !sameValue(field, theirs, base);
  const weChanged = !sameValue(field, ours, base);
  if (!theyChanged) return { outcome: weChanged ? 'ours' : 'same', why: null };
  if (sameValue(field, theirs, ours)) return { outcome: 'equal', why: null };
  if (locked) return { outcome: 'conflict', why: 'locked' };
  if (obstacle) return { outcome: 'conflict', why: obstacle };
  return weChanged ? { outcome: 'conflict', why: 'bothChanged' } : { outcome: 'theirs', why: null };
}
