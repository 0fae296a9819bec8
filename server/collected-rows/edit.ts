import type { z } from 'zod';
import type { CollectedRow, collectedRowEdit, RowReview } from '../../sync/model/index.ts';
import { mustBeRunning } from '../collection-files/open.ts';
import type { Change } from '../records/change.ts';
import { edit, find } from '../records/records.ts';
import { collectedRows } from './definition.ts';

type Edit = z.infer<typeof collectedRowEdit>;
type Said = { readonly [K in 'score' | 'remarks']?: RowReview[K] | undefined };

/** What a reviewer wrote: the fields that are named, each on its own; what came from the agency stays beside it. */
export async function editRow(work: Change, id: string, { version, ...wish }: Edit): Promise<CollectedRow> {
  const row = await find(work, collectedRows, 'update', id);
  await mustBeRunning(work, row.collectionId);
  const reviewed = (stage: 'first' | 'second') => (wish[stage] ? reviewOf(work, row[stage], wish[stage]) : undefined);
  return edit(work, collectedRows, row, version, {
    accepted: wish.accepted && { ...row.accepted, ...wish.accepted },
    first: reviewed('first'),
    second: reviewed('second'),
    returnReason: wish.returnReason === undefined ? undefined : wish.returnReason?.trim() || null,
  });
}

/** Saving what stands there already does not make it somebody else's. */
function reviewOf({ actor, at }: Change, before: RowReview, { score, remarks }: Said): RowReview {
  const next = { ...before, ...(score === undefined ? {} : { score }), ...(remarks === undefined ? {} : { remarks }) };
  const changed = next.score !== before.score || next.remarks !== before.remarks;
  return changed ? { ...next, by: actor.id, at } : before;
}
