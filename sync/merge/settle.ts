import { notice } from '../form/index.ts';
import {
  type ChangePlan,
  choicesOf,
  type Decision,
  type Decisions,
  decisionKey,
  type Exchange,
  type FieldChange,
  type Issue,
} from '../model/index.ts';

const fieldsByKey = (plan: ChangePlan): ReadonlyMap<string, FieldChange> =>
  new Map(plan.rows.flatMap(row => row.fields.map(change => [decisionKey(row.rowId, change.field), change] as const)));

/** What both sides said when a person decided, by key: a decision holds only as long as they still say it. */
export type Seen = Readonly<Record<string, { readonly ours: string | null; readonly theirs: string | null }>>;

export interface Settlement {
  /** The decisions that the plan allows. */
  readonly decisions: Decisions;
  /** What the person saw beside each of them; keep it with the decisions. */
  readonly seen: Seen;
  /** One for each decision that was not taken. */
  readonly issues: readonly Issue[];
}

/** Checks a person's decisions against a plan: unknown fields and choices that a field does not offer are refused. */
export function settle(plan: ChangePlan, decisions: Decisions): Settlement {
  const fields = fieldsByKey(plan);
  const taken: [string, Decision, FieldChange][] = [];
  const issues: Issue[] = [];
  for (const [key, choice] of Object.entries(decisions)) {
    const change = fields.get(key);
    const choices = change ? choicesOf(change) : [];
    if (change && choices.includes(choice)) taken.push([key, choice, change]);
    else if (choices.length > 0) issues.push(notice('form_decision_refused', {}, { field: key }));
    else issues.push(notice('form_decision_unknown', { key }, { field: key }));
  }
  return {
    decisions: Object.fromEntries(taken.map(([key, choice]) => [key, choice])),
    seen: Object.fromEntries(taken.map(([key, , { ours, theirs }]) => [key, { ours, theirs }])),
    issues,
  };
}

/** Those of earlier decisions that still hold for a plan made anew: what was seen then is what stands now. */
export function stillStanding(plan: ChangePlan, decisions: Decisions, seen: Seen): Decisions {
  const fields = fieldsByKey(plan);
  return Object.fromEntries(
    Object.entries(decisions).filter(([key, choice]) => {
      const change = fields.get(key);
      const then = seen[key];
      return (
        change &&
        then &&
        choicesOf(change).includes(choice) &&
        change.ours === then.ours &&
        change.theirs === then.theirs
      );
    }),
  );
}

/** Keys of the conflicts that nobody has settled yet; applying waits for them. */
export const unsettled = (plan: ChangePlan, decisions: Decisions): readonly string[] =>
  [...fieldsByKey(plan)].flatMap(([key, change]) => {
    const choice = decisions[key];
    return change.outcome === 'conflict' && !(choice && choicesOf(change).includes(choice)) ? [key] : [];
  });

/** Whether theirs is to be written: a plain change that nobody turned down, or a conflict settled so. */
export function takesTheirs(change: FieldChange, choice: Decision | undefined): boolean {
  if (!choicesOf(change).includes('theirs')) return false;
  return change.outcome === 'theirs' ? choice !== 'ours' : choice === 'theirs';
}

/** The figures that lists of exchanges show. */
export function countsOf(plan: ChangePlan, decisions: Decisions): Exchange['counts'] {
  const changes = plan.rows.flatMap(row => row.fields);
  const count = (...outcomes: FieldChange['outcome'][]): number =>
    changes.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    rows: plan.rows.length,
    changes: count('theirs'),
    conflicts: count('conflict'),
    unsettled: unsettled(plan, decisions).length,
    notReturned: plan.rows.filter(({ status }) => status === 'notReturned').length,
    strays: plan.strays.length,
  };
}
