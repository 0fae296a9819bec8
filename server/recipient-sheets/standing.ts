import { type Collection, dayInTaipei, settleMinutes } from '../../sync/model/index.ts';
import type { FileStanding } from '../../sync/sheet/google/index.ts';

const minuteMs = 60_000;
/** Between two looks that nobody asks for. */
export const lookMs = 15 * minuteMs;

/**
 * Whether anything was written since: Drive's version also changes when nobody wrote, as when a file is shared or moved; then the time
 * of its last change stays.
 * @param mark what Drive told when it was taken last; null: never
 */
export const isEdited = (mark: FileStanding | null, now: FileStanding): boolean =>
  mark === null || (mark.version !== now.version && (now.modifiedAt === null || now.modifiedAt !== mark.modifiedAt));

/** Since when nobody wrote. A clock that is ahead of ours tells nothing. */
const stillSince = ({ modifiedAt }: FileStanding, seenAt: string | null, now: Date): Date => {
  const told = modifiedAt === null ? null : new Date(modifiedAt);
  return told !== null && told <= now ? told : new Date(seenAt ?? now);
};

export interface Plan {
  /** Null: nothing was written that was not taken back. */
  readonly editedAt: string | null;
  readonly take: boolean;
  readonly nextLookAt: string;
}

/**
 * What is to be done with a spreadsheet. Until the due date is over an agency may still be filling it in, so that it is taken back
 * only where somebody says so; from then on as soon as nobody wrote for a while.
 * @param seenAt since when it was known to be edited; null: it was not
 * @param mark what Drive told when it was taken last; null: it was never taken
 */
export function planFor(
  { dueDate }: Pick<Collection, 'dueDate'>,
  { takeNext, seenAt }: { readonly takeNext: boolean; readonly seenAt: string | null },
  mark: FileStanding | null,
  standing: FileStanding,
  now: Date,
): Plan {
  const edited = isEdited(mark, standing);
  const since = stillSince(standing, seenAt, now);
  const settledAt = since.getTime() + settleMinutes * minuteMs;
  const isOver = dayInTaipei(now) > dueDate;
  const settled = edited && isOver && settledAt <= now.getTime();
  const next = edited && isOver && !settled ? Math.min(settledAt, now.getTime() + lookMs) : now.getTime() + lookMs;
  return {
    editedAt: edited ? since.toISOString() : null,
    take: takeNext || settled,
    nextLookAt: new Date(Math.max(next, now.getTime() + minuteMs)).toISOString(),
  };
}
