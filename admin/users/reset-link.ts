import { z } from 'zod';
import { callVerb } from '../data/index.ts';

const resetLink = z.object({ url: z.string(), expiresAt: z.string() });

/** A one-time link by which a person sets a password. It is shown once and can be made anew. */
export type ResetLink = z.infer<typeof resetLink>;

export const makeResetLink = async (userId: string): Promise<ResetLink> =>
  resetLink.parse(await callVerb('users', userId, 'resetLink', {}));
