import { useQuery } from '@tanstack/react-query';
import { type Collection, type Recipient, type Roster, roster } from '../../../sync/model/index.ts';
import { request, useSession } from '../../data/index.ts';
import { fetchUnsent } from '../../recipients/use-unsent.ts';
import { came } from '../Progress.tsx';

/** Home pages name so many; all others are a click away. */
const listed = 5;
const staleTime = 20_000;

interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
}

async function list<T>(resource: string, filter: Readonly<Record<string, string>>, limit: number): Promise<Page<T>> {
  const search = new URLSearchParams({ ...filter, _start: '0', _limit: String(limit) });
  const { json, headers } = await request(`/api/${resource}?${search}`);
  return { rows: json as readonly T[], total: Number(headers.get('x-total-count') ?? 0) };
}

const totalOf = async (resource: string, filter: Readonly<Record<string, string>>): Promise<number> =>
  (await list(resource, filter, 1)).total;

/** One collection of ours that is open, and what there is to do in it. */
export interface OpenCollection {
  readonly collection: Collection;
  readonly roster: Roster;
  /** Agencies that are late, files that wait for somebody, agencies whose answers are yet to be reviewed. */
  readonly late: number;
  readonly files: number;
  readonly review: number;
}

async function standing(collection: Collection): Promise<OpenCollection> {
  const collectionId = collection.id;
  const [counts, read, unreadable, accepted] = await Promise.all([
    request(`/api/collections/${encodeURIComponent(collectionId)}/roster`),
    totalOf('collectionFiles', { collectionId, state: 'read' }),
    totalOf('collectionFiles', { collectionId, state: 'unreadable' }),
    totalOf('recipients', { collectionId, state: 'consolidated', acceptedAt_gte: '0' }),
  ]);
  const of = roster.parse(counts.json);
  return {
    collection,
    roster: of,
    late: came(of).late,
    files: read + unreadable,
    review: of.counts.consolidated - accepted,
  };
}

/** What our own collections ask of us today, the one that is due first at the top, and findings whose answers wait for us. */
export function useCollecting() {
  const { user } = useSession();
  const { agencyId } = user;
  return useQuery({
    queryKey: ['collections', 'today', agencyId],
    queryFn: async () => {
      const [open, findings] = await Promise.all([
        list<Collection>('collections', { agencyId, state: 'open', _sort: 'dueDate', _order: 'ASC' }, listed),
        totalOf('findings', { agencyId, state: 'answered' }),
      ]);
      return { total: open.total, findings, open: await Promise.all(open.rows.map(standing)) };
    },
    staleTime,
  });
}

/** One form that we are asked for. */
export interface Asked {
  readonly recipient: Recipient;
  readonly collection: Collection;
  /** Files of ours that are in no package yet, where the bureau works in another system. */
  readonly unsent: number;
}

/** What a superior bureau waits for: forms that are not returned, not sent on or came back, and findings to answer. */
export function useAsked() {
  const { user } = useSession();
  const { agencyId } = user;
  return useQuery({
    queryKey: ['recipients', 'today', agencyId],
    queryFn: async () => {
      const [notReturned, sentBack, unsent, open, kept] = await Promise.all([
        list<Recipient>('recipients', { agencyId, state: 'notReturned' }, 50),
        list<Recipient>('recipients', { agencyId, state: 'sentBack' }, 50),
        fetchUnsent(),
        totalOf('findings', { againstId: agencyId, state: 'open' }),
        totalOf('findings', { againstId: agencyId, state: 'kept' }),
      ]);
      const uploaded = [...unsent.keys()].slice(0, 50).map(id => ['id', id]);
      const packable =
        uploaded.length === 0 ? [] : (await request(`/api/recipients?${new URLSearchParams(uploaded)}`)).json;
      const lines = [...sentBack.rows, ...notReturned.rows, ...(packable as readonly Recipient[])];
      const owed = [...new Map(lines.map(line => [line.id, line])).values()];
      const search = new URLSearchParams(owed.map(({ collectionId }) => ['id', collectionId]));
      const collections =
        owed.length === 0 ? [] : ((await request(`/api/collections?${search}`)).json as readonly Collection[]);
      const byId = new Map(collections.map(collection => [collection.id, collection]));
      const forms: readonly Asked[] = owed
        .flatMap(recipient => {
          const collection = byId.get(recipient.collectionId);
          return collection?.state === 'open' ? [{ recipient, collection, unsent: unsent.get(recipient.id) ?? 0 }] : [];
        })
        .toSorted((a, b) => a.collection.dueDate.localeCompare(b.collection.dueDate));
      return { forms, findings: open + kept };
    },
    staleTime,
  });
}
