import type { AssignmentState } from '../../../sync/model/index.ts';
import type { OutlineRow } from './row.ts';

/** What a plan can be narrowed to; each is kept in the URL under its name. Blank means any. */
export interface TreeFilter {
  readonly q: string;
  readonly unit: string;
  readonly state: string;
  readonly month: string;
}

export const noFilter: TreeFilter = { q: '', unit: '', state: '', month: '' };

/** What can be asked of a row beside the states of its assignments. */
export const conditions = ['unassigned', 'unresolved', 'withoutOfficer'] as const;

export interface Tracked {
  readonly unitId: string;
  readonly officerId: string | null;
  readonly state: AssignmentState;
}

export interface FilterFacts {
  readonly unitIds: readonly string[];
  readonly unresolved: readonly string[];
  readonly assignments: readonly Tracked[];
}

export const isFiltering = (filter: TreeFilter): boolean => Object.values(filter).some(value => value !== '');

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether a row is due in a month; a row without months is due in every one, but only if somebody is responsible for it. */
const isDue = (row: OutlineRow, month: number): boolean =>
  row.checkMonths.includes(month) || (row.checkMonths.length === 0 && row.units.length > 0);

const special: Readonly<Record<string, (facts: FilterFacts, row: OutlineRow) => boolean>> = {
  unassigned: (facts, row) => row.units.length > 0 && facts.assignments.length === 0,
  unresolved: facts => facts.unresolved.length > 0,
  withoutOfficer: facts => facts.assignments.some(one => one.officerId === null),
};

/** Whether a row fits every condition of a filter. */
export function fits(filter: TreeFilter, row: OutlineRow, facts: FilterFacts): boolean {
  const { q, unit, state, month } = filter;
  const text = plain([row.label ?? '', row.text, row.remarks, ...row.units].join('\n'));
  return (
    (q === '' || text.includes(plain(q.trim()))) &&
    (unit === '' || facts.unitIds.includes(unit) || facts.assignments.some(one => one.unitId === unit)) &&
    (state === '' || (special[state]?.(facts, row) ?? facts.assignments.some(one => one.state === state))) &&
    (month === '' || isDue(row, Number(month)))
  );
}
