import type { Round } from '../../sync/model/index.ts';

type Known = Pick<Round, 'id' | 'agencyId' | 'state' | 'dueDate'>;

/**
 * The round that was asked for, else the open one that is due first, else the one that closed last. Whoever has no round of
 * their own looks at all that are open below them together: none is chosen until they ask for one.
 */
export function chosenRound<R extends Known>(
  rounds: readonly R[],
  asked: string | null,
  agencyId: string,
): R | undefined {
  const wanted = rounds.find(round => round.id === asked);
  if (wanted) return wanted;
  const byDue = rounds
    .filter(round => round.agencyId === agencyId)
    .toSorted((a, b) => a.dueDate.localeCompare(b.dueDate));
  return byDue.find(round => round.state === 'open') ?? byDue.at(-1);
}
