import type { CollectionFile, FileDoubt } from '../../../sync/model/index.ts';

/** What a clerk does next with a file: nothing yet, say whose it is, look at it, take it in; or it is done, or cannot be read. */
export const standings = ['reading', 'unknown', 'doubtful', 'clean', 'unreadable', 'applied', 'rejected'] as const;
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

export const isStanding = (value: string): value is Standing => (standings as readonly string[]).includes(value);

export const standingCounts = (files: readonly CollectionFile[]): Readonly<Record<Standing, number>> => {
  const counts = Object.fromEntries(standings.map(one => [one, 0])) as Record<Standing, number>;
  for (const file of files) counts[standingOf(file)] += 1;
  return counts;
};

/** Doubts worth a word beside the chip: that nobody knows whose it is the chip says itself. */
export const toldDoubts = (doubts: readonly FileDoubt[]): readonly FileDoubt[] =>
  doubts.filter(doubt => doubt !== 'unrecognised');

/** Newest first, what asks for a person before what is done. */
const rank: Readonly<Record<Standing, number>> = {
  unknown: 0,
  doubtful: 1,
  unreadable: 2,
  clean: 3,
  reading: 4,
  applied: 5,
  rejected: 6,
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
