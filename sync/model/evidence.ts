import { z } from 'zod';
import { edited, id, line, version } from './base.ts';

export const evidenceKinds = ['file', 'link'] as const;

/** A piece of evidence (佐證資料): a stored file, named by the SHA-256 of its bytes, or a link. `size` is in bytes. */
export const evidence = z.strictObject({
  ...edited,
  agencyId: id,
  unitId: id.nullable(),
  uploaderId: id,
  kind: z.enum(evidenceKinds),
  name: line(255),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
  sha256: z.string().length(64).nullable(),
  mediaType: z.string().max(120).nullable(),
  size: z.number().int().nonnegative().nullable(),
  /** Holds personal data: left out of exports and publication until released. */
  personalData: z.boolean(),
});

export const evidenceLink = z.strictObject({
  reportId: id,
  name: line(255),
  url: z.url({ protocol: /^https?$/ }).max(2000),
});
export const evidenceEdit = evidence.pick({ name: true, personalData: true }).partial().extend({ version });
export const evidenceAttach = z.strictObject({ evidenceId: id });

/** What may be uploaded, by content: media type → whether the console previews it. */
export const acceptedMedia: Readonly<Record<string, { readonly preview: 'image' | 'pdf' | null }>> = {
  'image/jpeg': { preview: 'image' },
  'image/png': { preview: 'image' },
  'image/webp': { preview: 'image' },
  'image/gif': { preview: 'image' },
  'image/heic': { preview: null },
  'application/pdf': { preview: 'pdf' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { preview: null },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { preview: null },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { preview: null },
  'application/vnd.oasis.opendocument.text': { preview: null },
  'application/vnd.oasis.opendocument.spreadsheet': { preview: null },
  'application/vnd.oasis.opendocument.presentation': { preview: null },
  'video/mp4': { preview: null },
  'text/plain': { preview: null },
};

export type Evidence = z.infer<typeof evidence>;
