import {
  type CollectionFile,
  collectionFileMachine,
  type FileDoubt,
  type Recipient,
} from '../../../sync/model/index.ts';

/**
 * What a clerk does next with a file: nothing yet, say whose it is, look at it, choose among several of one agency, take it in; or
 * it is done, or cannot be read.
 */
export const standings = [
  'reading',
  'unknown',
  'doubtful',
  'rival',
  'clean',
  'unreadable',
  'applied',
  'rejected',
] as const;
export type Standing = (typeof standings)[number];

export const standingOf = ({
  state,
  recipientId,
  doubts,
}: Pick<CollectionFile, 'state' | 'recipientId' | 'doubts'>): Standing => {
  if (state === 'waiting') return 'reading';
  if (state !== 'read') return state;
  if (recipientId === null) return 'unknown';
  return doubts.length > 0 ? 'doubtful' : 'clean';
};

/** Nothing can be taken from it although it can be read: it asks none of the questions of the collection. */
export const asksOtherwise = ({ problem }: Pick<CollectionFile, 'problem'>): boolean =>
  problem?.code === 'collection_no_questions';

type Rival = Pick<CollectionFile, 'id' | 'state' | 'recipientId' | 'doubts' | 'counts'>;

const pends = ({ state }: Pick<CollectionFile, 'state'>): boolean =>
  state === 'waiting' || state === 'read' || state === 'unreadable';

const saysMore = ({ counts }: Rival): boolean => counts.changes + counts.conflicts + counts.strays > 0;

/**
 * How files stand beside each other: one that is clean for itself waits for a person while its agency sent another, or when it says
 * otherwise than the one that counts already. The server takes in no such file by itself.
 */
export function standingAmong(
  files: readonly Rival[],
  recipients: readonly Pick<Recipient, 'id' | 'fileId' | 'stateReason'>[],
): (file: Rival) => Standing {
  const pending = new Map<string, number>();
  for (const file of files)
    if (file.recipientId !== null && pends(file))
      pending.set(file.recipientId, (pending.get(file.recipientId) ?? 0) + 1);
  const answered = new Set(
    recipients.filter(({ fileId, stateReason }) => fileId !== null && stateReason === '').map(({ id }) => id),
  );
  return file => {
    const alone = standingOf(file);
    if (alone !== 'clean' || file.recipientId === null) return alone;
    const rivals = (pending.get(file.recipientId) ?? 0) > 1;
    return rivals || (answered.has(file.recipientId) && saysMore(file)) ? 'rival' : 'clean';
  };
}

/** Whether somebody may still turn a file down. */
export const canBeRejected = ({ state }: Pick<CollectionFile, 'state'>): boolean =>
  collectionFileMachine.verbs.reject.from.includes(state);

export const isStanding = (value: string): value is Standing => (standings as readonly string[]).includes(value);

export const standingCounts = (
  files: readonly CollectionFile[],
  standing: (file: CollectionFile) => Standing,
): Readonly<Record<Standing, number>> => {
  const counts = Object.fromEntries(standings.map(one => [one, 0])) as Record<Standing, number>;
  for (const file of files) counts[standing(file)] += 1;
  return counts;
};

/** Doubts worth a word beside the chip: that nobody knows whose it is the chip says itself. */
export const toldDoubts = (doubts: readonly FileDoubt[]): readonly FileDoubt[] =>
  doubts.filter(doubt => doubt !== 'unrecognised');

/** Newest first, what asks for a person before what is done. */
const rank: Readonly<Record<Standing, number>> = {
  unknown: 0,
  doubtful: 1,
  rival: 2,
  unreadable: 3,
  clean: 4,
  reading: 5,
  applied: 6,
  rejected: 7,
};

export interface Wanted {
  readonly standing: Standing | null;
  readonly recipientId: string;
  readonly q: string;
}

export const filesIn = (
  files: readonly CollectionFile[],
  { standing, recipientId, q }: Wanted,
  nameOf: (recipientId: string | null) => string,
  standingOf: (file: CollectionFile) => Standing,
): readonly CollectionFile[] => {
  const words = q.trim().split(/\s+/);
  return files
    .filter(
      file =>
        (standing === null || standingOf(file) === standing) &&
        (recipientId === '' || file.recipientId === recipientId) &&
        words.every(word => `${file.fileName} ${nameOf(file.recipientId)}`.includes(word)),
    )
    .toSorted((a, b) => rank[standingOf(a)] - rank[standingOf(b)] || b.createdAt.localeCompare(a.createdAt));
};
