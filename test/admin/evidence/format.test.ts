import { expect, test } from 'vitest';
import { formatOf, previewOf, sizeText } from '../../../admin/evidence/format.ts';
import { acceptedMedia } from '../../../sync/model/index.ts';

test('every kind that may be uploaded has a name', () => {
  const named = Object.keys(acceptedMedia).map(mediaType => formatOf({ kind: 'file', mediaType }));
  expect(named).not.toContain('other');
});

test.each([
  ['application/vnd.oasis.opendocument.text', 'document'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'sheet'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'slides'],
  [null, 'other'],
] as const)('%s is called %s', (mediaType, format) => expect(formatOf({ kind: 'file', mediaType })).toBe(format));

test('a link is a link', () => expect(formatOf({ kind: 'link', mediaType: null })).toBe('link'));

test('images and PDF are shown, the rest is downloaded', () => {
  expect(['image/png', 'application/pdf', 'image/heic', null].map(mediaType => previewOf({ mediaType }))).toEqual([
    'image',
    'pdf',
    null,
    null,
  ]);
});

test.each([
  [0, '0 B'],
  [900, '900 B'],
  [1024, '1.0 KB'],
  [1024 * 820, '820 KB'],
  [3.4 * 1024 ** 2, '3.4 MB'],
  [5 * 1024 ** 4, '5120 GB'],
])('%i bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));
