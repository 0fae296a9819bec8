import { z } from 'zod';
import { packageKinds } from '../model/index.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const bytes = z.number().int().nonnegative();
const name = z.string().trim().min(1).max(255);
const id = z.string().min(1).max(64);
const fingerprint = z.string().regex(/^[0-9a-f]{32}$/);

const shared = {
  /** Names this package for good: the same id is the same package, however its file is ordered. */
  id,
  /** Spelled to the millisecond, so that instants compare as texts. */
  createdAt: z.iso.datetime({ precision: 3 }),
  sender: z.strictObject({ agencyId: id, name }),
  recipient: z.strictObject({ name, fingerprint }),
  /** The packed data; both sides of the packing are named, so that no other packing of it passes. */
  data: z.strictObject({ size: bytes, sha256, packedSize: bytes, packedSha256: sha256 }),
  /** Contents of `files/`, by name. */
  files: z.array(z.strictObject({ sha256, size: bytes })).max(10_000),
};

/** What a package says of itself. It is signed as it stands. */
export const manifest = z.strictObject({
  format: z.literal(3),
  ...shared,
  kind: z.enum(packageKinds),
  /** What people call what is in it: the round, the plan, the template. */
  title: name,
  planId: id.nullable(),
  roundId: id.nullable(),
  formIds: z.array(id).max(1000),
  /** What was kept back, and why. */
  leftOut: z.strictObject({ personalData: bytes, unfinished: bytes }),
});
/** Whatever format it was written in, in the words of the present one. */
export type Manifest = Omit<z.infer<typeof manifest>, 'format'> & { readonly format: number };
/** What whoever makes a package says; the rest follows from the contents. */
export type ManifestHead = Omit<Manifest, 'format' | 'data' | 'files'>;

/** Format 2 knew nothing of collections; all else it says as the present one does. */
export const manifest2 = manifest.extend({
  format: z.literal(2),
  kind: z.enum(['returns', 'plan', 'templates', 'reviews']),
});

/** Format 1 knew returns alone, and said nothing of what was kept back. */
export const manifest1 = z.strictObject({
  format: z.literal(1),
  ...shared,
  kind: z.literal('returns'),
  planId: id,
  roundId: id,
});
export type Manifest1 = z.infer<typeof manifest1>;

export const signature = z.strictObject({
  algorithm: z.literal('Ed25519'),
  publicKey: z.string().max(100),
  signature: z.string().max(100),
});
