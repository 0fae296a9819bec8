import { z } from 'zod';
import { id, instant } from './base.ts';

/** One link of the append-only chain (軌跡). `hash` covers every other field and the hash of the event before it. */
export const event = z.strictObject({
  id: z.number().int().positive(),
  at: instant,
  actorId: id.nullable(),
  actorName: z.string(),
  agencyId: id.nullable(),
  unitId: id.nullable(),
  action: z.string(),
  resource: z.string(),
  recordId: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  previousHash: z.string(),
  hash: z.string(),
});

export type Event = z.infer<typeof event>;
