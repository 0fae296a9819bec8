import { choicesOf, type Decisions, decisionKey } from '../../sync/model/index.ts';
import type { ShownField, ShownPlan } from './shown.ts';

const fieldsByKey = (plan: ShownPlan): ReadonlyMap<string, ShownField> =>
  new Map(plan.rows.flatMap(row => row.fields.map(field => [decisionKey(row.rowId, field.field), field] as const)));

/** Decisions that the preview, made anew, still offers; the others have nothing left to decide about. */
export function stillPossible(plan: ShownPlan, decisions: Decisions): Decisions {
  const fields = fieldsByKey(plan);
  return Object.fromEntries(
    Object.entries(decisions).filter(([key, choice]) => {
      const field = fields.get(key);
      return field !== undefined && choicesOf(field).includes(choice);
    }),
  );
}

/** Keys among `keys` whose value in the system is another than the person saw when they decided. */
export function movedUnder(seen: ShownPlan, now: ShownPlan, keys: readonly string[]): readonly string[] {
  const [before, after] = [fieldsByKey(seen), fieldsByKey(now)];
  return keys.filter(key => before.get(key)?.ours !== after.get(key)?.ours);
}

/** What is left to send once `sent` was taken: later decisions about the same fields stay. */
export const without = (decisions: Decisions, sent: Decisions): Decisions =>
  Object.fromEntries(Object.entries(decisions).filter(([key, choice]) => sent[key] !== choice));
