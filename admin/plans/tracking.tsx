import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useMemo } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { type Assignment, assignmentStates, type PlanItem, sectionRoles, type User } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { Chip, StateChip } from '../fields/index.ts';
import { stateLooks } from '../fields/state-looks.ts';
import { type Column, readAll } from '../plan-tree/index.ts';

/** Who has which row of a plan, as far as the person may see it. */
export interface Tracking {
  readonly byItem: ReadonlyMap<string, readonly Assignment[]>;
  readonly nameOf: (officerId: string) => string | undefined;
  /** Whether these are all there are. A section sees its own alone, and nothing is known before it was read: no row is called unassigned then. */
  readonly complete: boolean;
}

const nothing: Tracking = { byItem: new Map(), nameOf: () => undefined, complete: false };
const TrackingContext = createContext<Tracking>(nothing);
export const TrackingProvider = TrackingContext.Provider;
export const useTracking = (): Tracking => useContext(TrackingContext);

const mostPeople = 1000;

/** The people of an agency by id. */
export function useNames(agencyId: string, enabled = true): (id: string) => string | undefined {
  const { data } = useGetList<User>(
    'users',
    { filter: { agencyId }, sort: { field: 'name', order: 'ASC' }, pagination: { page: 1, perPage: mostPeople } },
    { enabled },
  );
  return useMemo(() => {
    const names = new Map(data?.map(user => [user.id, user.name]));
    return id => names.get(id);
  }, [data]);
}

/** Reads the assignments of a plan. */
export function useTrackingOf({ id, agencyId }: { readonly id: string; readonly agencyId: string }): Tracking {
  const { user } = useSession();
  const ownOnly = sectionRoles.includes(user.role);
  const enabled = mayUse(user.role, 'assignments', 'list') && user.agencyId === agencyId;
  const { data } = useQuery({
    queryKey: ['assignments', 'ofPlan', id],
    queryFn: () => readAll<Assignment>('assignments', { planId: id }),
    enabled,
  });
  const nameOf = useNames(agencyId, enabled);
  return useMemo(
    () => ({
      byItem: Map.groupBy(data ?? [], one => one.planItemId),
      nameOf,
      complete: data !== undefined && !ownOnly,
    }),
    [data, nameOf, ownOnly],
  );
}

const Officer = ({ id }: { readonly id: string | null }) => {
  const translate = useTranslate();
  const { nameOf } = useTracking();
  const name = id === null ? undefined : nameOf(id);
  return <span className="tree-faded">{name ?? (id === null ? translate('plans.condition.withoutOfficer') : '')}</span>;
};

const Counts = ({ assignments }: { readonly assignments: readonly Assignment[] }) => {
  const translate = useTranslate();
  return assignmentStates.map(state => {
    const count = assignments.filter(one => one.state === state).length;
    const { icon, tone } = stateLooks.assignment[state];
    return count === 0 ? null : (
      <span key={state} className="tree-line">
        <Chip icon={icon} tone={tone} word={`${translate(`states.assignment.${state}`)} ${count}`} />
      </span>
    );
  });
};

const TrackingCell = ({ row }: { readonly row: PlanItem }) => {
  const translate = useTranslate();
  const { byItem, complete } = useTracking();
  const assignments = byItem.get(row.id) ?? [];
  const [only] = assignments;
  if (!only)
    return complete && row.units.length > 0 ? (
      <span className="tree-faded">{translate('plans.notTracked')}</span>
    ) : null;
  if (assignments.length === 1)
    return (
      <>
        <span className="tree-line">
          <StateChip machine="assignment" state={only.state} />
        </span>
        <Officer id={only.officerId} />
      </>
    );
  const officers = new Set(assignments.flatMap(one => one.officerId ?? [])).size;
  return (
    <>
      <Counts assignments={assignments} />
      <span className="tree-faded">{translate('plans.trackedBy', { units: assignments.length, officers })}</span>
    </>
  );
};

export const trackingColumn: Column<PlanItem> = {
  key: 'tracking',
  heading: 'plans.tracking',
  width: '9rem',
  Cell: TrackingCell,
};
