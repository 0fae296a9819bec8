import { z } from 'zod';
import { day, edited, id, line, rocYear, version } from './base.ts';
import type { Machine } from './machine.ts';

export const roundStates = ['draft', 'open', 'closed'] as const;
export const roundState = z.enum(roundStates);
export type RoundState = z.infer<typeof roundState>;
export type RoundVerb = 'open' | 'close' | 'reopen';

export const roundMachine: Machine<RoundState, RoundVerb> = {
  initial: 'draft',
  states: roundStates,
  verbs: {
    open: { from: ['draft'], to: 'open' },
    close: { from: ['open'], to: 'closed' },
    reopen: { from: ['closed'], to: 'open', reason: 'required' },
  },
};

export const roundKinds = ['routine', 'adhoc', 'annual'] as const;
export const roundKind = z.enum(roundKinds);

/** A check round (查核期) of a plan. `month` is the month checked: a step with check months is due only in those; one without is due in every round. */
export const round = z.strictObject({
  ...edited,
  agencyId: id,
  planId: id,
  kind: roundKind,
  title: line(120),
  year: rocYear,
  month: z.number().int().min(1).max(12),
  dueDate: day,
  state: roundState,
});

export const roundCreate = round.pick({ planId: true, kind: true, title: true, month: true, dueDate: true });
export const roundEdit = round
  .pick({ kind: true, title: true, month: true, dueDate: true })
  .partial()
  .extend({ version });

/** Reminds whoever still owes a report (稽催): the named reports, or every unfinished one of the round. */
export const roundChase = z.strictObject({ reportIds: z.array(id).max(5000).optional() });

export type Round = z.infer<typeof round>;

/** Whether a step with these check months owes a report in a round that checks `month`. */
export const isDueIn = (checkMonths: readonly number[], month: number): boolean =>
  checkMonths.length === 0 || checkMonths.includes(month);

interface DueNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly checkMonths: readonly number[];
}

/**
 * The items of a plan that are due in a round checking `month`. An item without check months takes those of the nearest
 * one above it that has some; where none has, it is due in every round.
 */
export function dueItems(items: readonly DueNode[], month: number): ReadonlySet<string> {
  const byId = new Map(items.map(item => [item.id, item]));
  const known = new Map<string, readonly number[]>();
  const monthsOf = (item: DueNode): readonly number[] => {
    const found = known.get(item.id);
    if (found) return found;
    const parent = item.parentId === null ? undefined : byId.get(item.parentId);
    const months = item.checkMonths.length > 0 || !parent ? item.checkMonths : monthsOf(parent);
    known.set(item.id, months);
    return months;
  };
  return new Set(items.filter(item => isDueIn(monthsOf(item), month)).map(item => item.id));
}
