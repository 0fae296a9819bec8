import type { RefusalCode } from './refusal.ts';

/** What a file is by its first bytes; a zip still has to be looked into. */
export type Container = 'zip' | 'fods' | RefusalCode;

const startsWith = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, i) => bytes[at + i] === byte);

const zip = [0x50, 0x4b] as const;
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

/** The first record of a workbook stream that stands alone, as Excel 2 to 4 saved it: BOF with its length. */
const bareWorkbook = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08],
] as const;

export function containerOf(bytes: Uint8Array): Container {
  if (bytes.length === 0) return 'workbook_empty';
  if (startsWith(bytes, zip)) return 'zip';
  if (startsWith(bytes, compoundFile)) return compoundKind(bytes);
  if (bareWorkbook.some(magic => startsWith(bytes, magic))) return 'workbook_xls_old';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  if (head.includes('urn:oasis:names:tc:opendocument:xmlns:office')) return 'fods';
  return 'not_a_workbook';
}

const streams: Readonly<Record<string, RefusalCode>> = {
  encryptedpackage: 'workbook_encrypted',
  workbook: 'workbook_xls',
  book: 'workbook_xls_old',
};
const precedence: readonly RefusalCode[] = ['workbook_encrypted', 'workbook_xls', 'workbook_xls_old'];

/**
 * Directory entries of a compound file are 128 bytes long and aligned to that (MS-CFB 2.6.1), so they are found without
 * following sector chains, which in a damaged file may lead anywhere.
 */
function compoundKind(bytes: Uint8Array): RefusalCode {
  const found = new Set<RefusalCode>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const nameBytes = bytes[at + 64]! | (bytes[at + 65]! << 8);
    const isStream = bytes[at + 66] === 2;
    if (!isStream || nameBytes < 4 || nameBytes > 64) continue;
    const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + nameBytes - 2));
    const kind = streams[name.toLowerCase()];
    if (kind) found.add(kind);
  }
  return precedence.find(kind => found.has(kind)) ?? 'not_a_workbook';
}
