import { createHash } from 'node:crypto';
import type { Stored } from '../database/schema.ts';

export type Link = Stored<'events'>;
type Content = Omit<Link, 'hash'>;

/** The hash of an event: SHA-256, in hex, over all its other columns in fixed order, JSON columns as the stored text. */
export function hashOf(event: Content): string {
  const fields = [
    event.previousHash,
    event.id,
    event.at,
    event.actorId,
    event.actorName,
    event.agencyId,
    event.unitId,
    event.action,
    event.resource,
    event.recordId,
    event.before,
    event.after,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

export interface Broken {
  readonly id: number;
  readonly why: 'missing' | 'relinked' | 'altered';
}

/**
 * Checks one page of the chain, in order of id, after the link before it.
 * @returns the first broken link: a gap in the ids, a link that does not name the hash before it, or content that was altered
 */
export function firstBroken(
  page: readonly Link[],
  before: { readonly id: number; readonly hash: string },
): Broken | null {
  let last = before;
  for (const event of page) {
    if (event.id !== last.id + 1) return { id: last.id + 1, why: 'missing' };
    if (event.previousHash !== last.hash) return { id: event.id, why: 'relinked' };
    if (hashOf(event) !== event.hash) return { id: event.id, why: 'altered' };
    last = event;
  }
  return null;
}
