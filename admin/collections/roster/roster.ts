import {
  type Collection,
  type CollectionFile,
  owesReturn,
  type Recipient,
  type RosterState,
  rosterStateOn,
  rosterStates,
} from '../../../sync/model/index.ts';

/** One agency of the roster as it stands today. */
export interface Line {
  readonly recipient: Recipient;
  readonly name: string;
  readonly state: RosterState;
}

export const linesOf = (
  recipients: readonly Recipient[],
  collection: Pick<Collection, 'dueDate'>,
  nameOf: (agencyId: string) => string,
  today: string,
): readonly Line[] =>
  recipients.map(recipient => ({
    recipient,
    name: nameOf(recipient.agencyId),
    state: rosterStateOn(recipient, collection, today),
  }));

export const countsOf = (lines: readonly Line[]): Readonly<Record<RosterState, number>> => {
  const counts = Object.fromEntries(rosterStates.map(state => [state, 0])) as Record<RosterState, number>;
  for (const { state } of lines) counts[state] += 1;
  return counts;
};

export const sorts = ['urgency', 'name', 'returned'] as const;
export type Sort = (typeof sorts)[number];
export const isSort = (value: string | null): value is Sort => (sorts as readonly (string | null)[]).includes(value);

/** What asks most of the clerk stands first. */
const urgency: readonly RosterState[] = [
  'overdue',
  'doubtful',
  'duplicate',
  'otherEdition',
  'returned',
  'sentBack',
  'notReturned',
  'consolidated',
];

const alphabet = new Intl.Collator('zh-TW', { numeric: true });
const byName = (a: Line, b: Line): number => alphabet.compare(a.name, b.name);

const orders: Readonly<Record<Sort, (a: Line, b: Line) => number>> = {
  urgency: (a, b) => urgency.indexOf(a.state) - urgency.indexOf(b.state) || byName(a, b),
  name: byName,
  // Nothing has come of those at the end.
  returned: (a, b) => (b.recipient.returnedAt ?? '').localeCompare(a.recipient.returnedAt ?? '') || byName(a, b),
};

export interface Wanted {
  readonly state: RosterState | null;
  readonly q: string;
  readonly sort: Sort;
}

/** The lines of a filter, in its order. */
export const linesIn = (lines: readonly Line[], { state, q, sort }: Wanted): readonly Line[] => {
  const words = q.trim().split(/\s+/);
  return lines
    .filter(line => (state === null || line.state === state) && words.every(word => line.name.includes(word)))
    .toSorted(orders[sort]);
};

/** What came of an agency: the file that counts or else the newest that was not sent back, and how many there are. */
export interface Came {
  readonly file: CollectionFile;
  readonly count: number;
}

export function cameOf(
  files: readonly CollectionFile[],
  recipients: readonly Pick<Recipient, 'id' | 'fileId'>[],
): ReadonlyMap<string, Came> {
  const byRecipient = Map.groupBy(files, ({ recipientId }) => recipientId);
  return new Map(
    recipients.flatMap(({ id, fileId }) => {
      const all = byRecipient.get(id) ?? [];
      const newest = all.toSorted(
        (a, b) =>
          Number(a.state === 'rejected') - Number(b.state === 'rejected') || b.createdAt.localeCompare(a.createdAt),
      )[0];
      const file = all.find(one => one.id === fileId) ?? newest;
      return file ? [[id, { file, count: all.length }] as const] : [];
    }),
  );
}

/** Of whom something is still owed, the late ones alone where some are. */
export const toChase = (lines: readonly Line[]): { readonly late: boolean; readonly lines: readonly Line[] } => {
  const late = lines.filter(({ state }) => state === 'overdue');
  return late.length > 0
    ? { late: true, lines: late }
    : { late: false, lines: lines.filter(({ recipient }) => owesReturn(recipient)) };
};
