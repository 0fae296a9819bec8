import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useTranslate } from 'react-admin';
import type { Crosswalk, CrosswalkLink } from '../../sync/model/index.ts';
import { mayUse, request, useSession } from '../data/index.ts';

type Pair = Pick<CrosswalkLink, 'planItemId' | 'superiorItemId'>;

export interface Links {
  readonly busy: boolean;
  readonly link: (pairs: readonly Pair[]) => void;
  readonly unlink: (link: CrosswalkLink) => void;
  readonly note: (link: CrosswalkLink, note: string) => void;
}

type Change =
  | { readonly kind: 'link'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'unlink'; readonly link: CrosswalkLink }
  | { readonly kind: 'note'; readonly link: CrosswalkLink; readonly note: string };

/** Changing the links of a plan, for the secretariat whose plan it is; null for everybody else, and once the plan is closed. */
export function useLinks({ plan, superior }: Crosswalk): Links | null {
  const { user } = useSession();
  const notify = useNotify();
  const translate = useTranslate();
  const queries = useQueryClient();
  const path = (id: string) => `/api/crosswalkLinks/${encodeURIComponent(id)}`;
  const send: { readonly [K in Change['kind']]: (change: Extract<Change, { kind: K }>) => Promise<unknown> } = {
    link: ({ pairs }) =>
      request('/api/crosswalkLinks', {
        method: 'POST',
        json: { planId: plan.id, superiorPlanId: superior.id, links: pairs },
      }),
    unlink: ({ link }) => request(path(link.id), { method: 'DELETE' }),
    note: ({ link, note }) => request(path(link.id), { method: 'PATCH', json: { version: link.version, note } }),
  };
  const { mutate, isPending } = useMutation({
    mutationFn: (change: Change) => send[change.kind](change as never),
    onSuccess: (_, change) => {
      if (change.kind === 'link' && change.pairs.length > 1)
        notify(translate('crosswalk.linked', { smart_count: change.pairs.length }), { type: 'success' });
    },
    onError: (error: Error) => notify(error.message, { type: 'error' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['plans', plan.id, 'crosswalk'] }),
  });
  if (plan.agencyId !== user.agencyId || plan.state === 'closed' || !mayUse(user.role, 'crosswalkLinks', 'create'))
    return null;
  return {
    busy: isPending,
    link: pairs =>
      mutate({
        kind: 'link',
        pairs: pairs.map(({ planItemId, superiorItemId }) => ({ planItemId, superiorItemId })),
      }),
    unlink: link => mutate({ kind: 'unlink', link }),
    note: (link, note) => mutate({ kind: 'note', link, note }),
  };
}
