import { type Archive, openArchive, type Refusal } from '../sheet/index.ts';
import type { NoteCode } from './note.ts';

/** What a received file is, told by its content alone. */
export type FileKind =
  | { readonly kind: 'sheets' | 'pdf' | 'text' | 'flatOdt' }
  | { readonly kind: 'docx' | 'odt'; readonly archive: Archive }
  | { readonly kind: 'refused'; readonly code: NoteCode };

const refused = (code: NoteCode): FileKind => ({ kind: 'refused', code });

/** A text document may unpack to this much; pictures and other parts that are not read do not count. */
export const documentLimits = {
  inflatedBytes: 20 * 1024 * 1024,
  ratio: 200,
  ratioFreeBytes: 4 * 1024 * 1024,
  entries: 10_000,
  rows: 1_048_576,
  columns: 16_384,
  cells: 5_000_000,
} as const;

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;
const pictures = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x42, 0x4d],
] as const;

/** Its signature need not stand at the very beginning; that of a package may stand before one in a part of it. */
export const isPdf = (bytes: Uint8Array): boolean =>
  !startsWith(bytes, [0x50, 0x4b]) &&
  !startsWith(bytes, compoundFile) &&
  latin(bytes.subarray(0, 1024)).includes('%PDF-');

/** @throws Refusal when it is a damaged zip */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return refused('document_empty');
  if (startsWith(bytes, [0x50, 0x4b])) return packageOf(bytes);
  if (startsWith(bytes, compoundFile)) return compoundOf(bytes);
  const head = latin(bytes.subarray(0, 4096));
  if (isPdf(bytes)) return { kind: 'pdf' };
  if (/^\s*\{\\rtf/.test(head)) return refused('document_rtf');
  if (head.includes('urn:oasis:names:tc:opendocument:xmlns:office')) return flatOf(head);
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|\?xml|!--)/i.test(head)) return refused('document_markup');
  if (pictures.some(magic => startsWith(bytes, magic))) return refused('document_picture');
  return isText(bytes) ? { kind: 'text' } : refused('document_unknown');
}

const openDocument = 'application/vnd.oasis.opendocument.';

function packageOf(bytes: Uint8Array): FileKind {
  const archive = openArchive(bytes, documentLimits);
  const part = (name: string): string => {
    const entry = archive.find(name);
    return entry ? latin(archive.inflate(entry)) : '';
  };
  const type = part('mimetype').trim();
  if (archive.find('encrypted-package')) return refused('document_encrypted');
  if (type.startsWith(`${openDocument}spreadsheet`)) return { kind: 'sheets' };
  if (type.startsWith(`${openDocument}text`)) return { kind: 'odt', archive };
  if (type.startsWith(openDocument)) return refused('document_unknown');
  const types = part('[Content_Types].xml');
  if (/wordprocessingml|ms-word\.(?:document|template)/.test(types)) return { kind: 'docx', archive };
  if (/spreadsheetml|ms-excel/.test(types)) return { kind: 'sheets' };
  if (/presentationml/.test(types)) return refused('document_unknown');
  if (archive.find('word/document.xml')) return { kind: 'docx', archive };
  if (archive.find('xl/workbook.xml')) return { kind: 'sheets' };
  // Some programs forget to say which kind of OpenDocument it is.
  if (archive.find('content.xml')) {
    const content = part('content.xml').slice(0, 200_000);
    return /<office:text[\s>]/.test(content) ? { kind: 'odt', archive } : { kind: 'sheets' };
  }
  return refused('document_unknown');
}

/** Directory entries of a compound file are 128 bytes long and aligned to that; their names are UTF-16 (MS-CFB 2.6.1). */
function compoundOf(bytes: Uint8Array): FileKind {
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = bytes[at + 64]! | (bytes[at + 65]! << 8);
    if (bytes[at + 66] !== 2 || length < 4 || length > 64) continue;
    names.add(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)).toLowerCase());
  }
  if (names.has('encryptedpackage')) return refused('document_encrypted');
  if (names.has('worddocument')) return refused('document_doc');
  return names.has('workbook') || names.has('book') ? { kind: 'sheets' } : refused('document_unknown');
}

function flatOf(head: string): FileKind {
  const type = /office:mimetype\s*=\s*["']([^"']+)/.exec(head)?.[1] ?? '';
  if (type.startsWith(`${openDocument}text`)) return { kind: 'flatOdt' };
  return type === '' || type.startsWith(`${openDocument}spreadsheet`)
    ? { kind: 'sheets' }
    : refused('document_unknown');
}

/** A text has no control characters but a few; in UTF-16 every other byte may be nought. */
function isText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true;
  const sample = bytes.subarray(0, 65_536);
  let odd = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++;
  return odd * 200 <= sample.length;
}

/** What a damaged, locked or oversized package is called here, where it need be no workbook. */
export function codeOf({ code }: Refusal): NoteCode {
  const codes: Readonly<Record<string, NoteCode>> = {
    workbook_empty: 'document_empty',
    workbook_encrypted: 'document_encrypted',
    workbook_too_large: 'document_too_large',
  };
  return codes[code] ?? 'document_corrupt';
}
