import { acceptedMedia, type Evidence } from '../../sync/model/index.ts';

export type Format = 'image' | 'pdf' | 'text' | 'document' | 'sheet' | 'slides' | 'video' | 'link' | 'other';

type Described = Pick<Evidence, 'kind' | 'mediaType'>;

const patterns: readonly (readonly [RegExp, Format])[] = [
  [/^image\//, 'image'],
  [/^video\//, 'video'],
  [/^text\//, 'text'],
  [/pdf$/, 'pdf'],
  [/spreadsheet/, 'sheet'],
  [/presentation/, 'slides'],
  [/wordprocessing|opendocument\.text/, 'document'],
];

/** What people call this kind of evidence; a key of `evidence.formats`. */
export function formatOf({ kind, mediaType }: Described): Format {
  if (kind === 'link') return 'link';
  return patterns.find(([pattern]) => pattern.test(mediaType ?? ''))?.[1] ?? 'other';
}

/** How the console can show it without a download, or null. */
export const previewOf = ({ mediaType }: Pick<Evidence, 'mediaType'>): 'image' | 'pdf' | null =>
  acceptedMedia[mediaType ?? '']?.preview ?? null;

const units = ['B', 'KB', 'MB', 'GB'] as const;

/** Bytes as people read them: `820 KB`, `3.4 MB`. */
export function sizeText(bytes: number): string {
  const power = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${value >= 10 || power === 0 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}

const path = (id: string): string => `/api/evidence/${encodeURIComponent(id)}`;
export const previewUrl = (id: string): string => `${path(id)}/preview`;
export const fileUrl = (id: string): string => `${path(id)}/file`;

/** What the file chooser offers first; the server judges by content. */
export const acceptList = [
  ...Object.keys(acceptedMedia),
  ...['.docx', '.xlsx', '.pptx', '.odt', '.ods', '.odp', '.heic', '.csv'],
].join(',');
