import { z } from 'zod';
import { id } from './base.ts';
import { recipient } from './recipient.ts';

/** Why a line of a list of addresses sets none. */
export const addressProblems = ['unknown', 'ambiguous', 'invalid', 'twice'] as const;

/** A list of `agency,address` lines, as it was pasted or exported; without one, what the agencies' own records say. */
export const addressList = z.strictObject({ text: z.string().max(500_000).optional() });

/** One address that is to be another. */
const addressChange = z.strictObject({
  recipientId: id,
  before: recipient.shape.mailTo,
  after: recipient.shape.mailTo,
});

/** What a list would change, and what of it says nothing that could be done. Nothing is changed by looking. */
export const addressPreview = z.strictObject({
  changes: z.array(addressChange),
  /** Agencies that are written to there already. */
  same: z.number().int().nonnegative(),
  /** Agencies of which the list says nothing. */
  unnamed: z.number().int().nonnegative(),
  problems: z.array(
    z.strictObject({ line: z.number().int().positive(), text: z.string(), why: z.enum(addressProblems) }),
  ),
});

/** Addresses as they were previewed: each is set as long as it still is what was seen. */
export const addressesSet = z.strictObject({ changes: z.array(addressChange).min(1).max(5000) });
export const addressesAnswer = z.strictObject({ changed: z.number().int().nonnegative() });

export type AddressProblem = (typeof addressProblems)[number];
export type AddressPreview = z.infer<typeof addressPreview>;
export type AddressChange = z.infer<typeof addressChange>;
