import { useGetList } from 'react-admin';
import type { Finding, Packet, Recipient, TrustedKey } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { useUnsent } from './use-unsent.ts';

const newest = { sort: { field: 'packedAt', order: 'DESC' }, pagination: { page: 1, perPage: 1 } } as const;

export interface Packaged {
  /** The package that brought what is asked, where the bureau works in another system. */
  readonly brought: Packet;
  /** The last one that was exported to it. */
  readonly sent: Packet | null;
  readonly key: TrustedKey | null;
  /** Files that went with no package yet. */
  readonly unsent: number;
  /** Whether a corrective action was written since. */
  readonly answered: boolean;
}

/** How what a bureau of another system asks is returned to it; null where the bureau works in this one. */
export function usePackaged({
  id,
  collectionId,
  bureauId,
}: Pick<Recipient, 'id' | 'collectionId' | 'bureauId'>): Packaged | null {
  const { user } = useSession();
  const unsentOf = useUnsent();
  const enabled = mayUse(user.role, 'packages', 'read');
  const about = { agencyId: user.agencyId, collectionId };
  const { data: brought } = useGetList<Packet>(
    'packages',
    { ...newest, filter: { ...about, kind: 'collection', direction: 'received', state: 'applied' } },
    { enabled },
  );
  const isPackaged = brought?.[0] !== undefined;
  const { data: sent } = useGetList<Packet>(
    'packages',
    { ...newest, filter: { ...about, kind: 'collected', direction: 'sent' } },
    { enabled: isPackaged },
  );
  const { data: keys } = useGetList<TrustedKey>(
    'trustedKeys',
    {
      filter: { peerAgencyId: bureauId, state: 'trusted' },
      sort: { field: 'createdAt', order: 'DESC' },
      pagination: { page: 1, perPage: 1 },
    },
    { enabled: isPackaged },
  );
  const { data: answers } = useGetList<Finding>(
    'findings',
    { filter: { collectionId, state: 'answered' }, pagination: { page: 1, perPage: 500 } },
    { enabled: isPackaged },
  );
  if (!brought?.[0] || !sent || !keys) return null;
  const last = sent[0] ?? null;
  const isNew = (at: string | null) => at !== null && (last?.packedAt == null || at > last.packedAt);
  return {
    brought: brought[0],
    sent: last,
    key: keys[0] ?? null,
    unsent: unsentOf(id),
    answered: (answers ?? []).some(({ answeredAt }) => isNew(answeredAt)),
  };
}
