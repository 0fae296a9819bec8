import { useNotify, useTranslate } from 'react-admin';
import type { PlanComparison, PlanDiffRow } from '../../sync/model/index.ts';
import { mayUse, useSession, useVerb } from '../data/index.ts';
import type { Linking } from './DiffRow.tsx';

/** Pairs of two years that are surely one item, and are not linked yet nor with another. */
export const certainlyUnlinked = (rows: readonly PlanDiffRow[]): readonly PlanDiffRow[] => {
  const taken = new Set(rows.map(({ after }) => after?.carriedFrom));
  return rows.filter(
    ({ before, after, certain }) => before && after && certain && after.carriedFrom === null && !taken.has(before.id),
  );
};

/** Writing down which items go on, for the secretariat of the agency whose plans both are; null for everybody else. */
export function useLinking({ before, after }: PlanComparison): Linking | null {
  const { user } = useSession();
  const notify = useNotify();
  const translate = useTranslate();
  const { mutate, isPending } = useVerb<{ readonly linked: number }>('plans', ({ linked }) =>
    notify(translate('planDiff.link.done', { smart_count: linked }), { type: 'success' }),
  );
  const own = after.agencyId === user.agencyId && before.agencyId === user.agencyId;
  if (!own || after.state === 'closed' || !mayUse(user.role, 'plans', 'update')) return null;
  return {
    busy: isPending,
    link: (rows, on) =>
      mutate({
        id: after.id,
        verb: 'linkPrevious',
        body: {
          previousPlanId: before.id,
          links: rows.map(row => ({
            planItemId: row.after!.id,
            version: row.after!.version,
            previousItemId: on ? row.before!.id : null,
          })),
        },
      }),
  };
}
