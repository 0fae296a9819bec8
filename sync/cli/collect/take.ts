import { closeSync, fstatSync, openSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import { defaultLimits } from '../../sheet/index.ts';
import { corrupt, Refusal } from '../../sheet/refusal.ts';
import type { Packed } from './archive.ts';
import type { Source } from './find-files.ts';
import { part } from './part.ts';

const localHeader = 30;

/** The bytes of a file, from the folder or out of an archive, within the limits of a workbook. @throws Refusal, or what the system says */
export function bytesOf({ path, packed }: Pick<Source, 'path' | 'packed'>): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (!packed) return within(size, () => part(file, 0, size));
    return within(Math.max(packed.compressedSize, packed.claimedSize), () => {
      if (packed.flags & 1) throw new Refusal('workbook_encrypted');
      const header = part(file, packed.offset, localHeader);
      const start = packed.offset + localHeader + header.readUInt16LE(26) + header.readUInt16LE(28);
      const content = unpacked(part(file, start, packed.compressedSize), packed);
      if (crc32(content) !== packed.crc) throw corrupt(packed.name);
      return content;
    });
  } finally {
    closeSync(file);
  }
}

function within(size: number, read: () => Uint8Array): Uint8Array {
  const most = defaultLimits.inflatedBytes;
  if (size > most) throw new Refusal('workbook_too_large', { limit: `${most / 1024 / 1024} MB` });
  return read();
}

/** What comes out is as long as the archive says, or something is wrong with it. */
function unpacked(
  bytes: Uint8Array,
  { method, claimedSize, name }: Pick<Packed, 'method' | 'claimedSize' | 'name'>,
): Uint8Array {
  if (method === 0) return bytes;
  if (method !== 8) throw corrupt(name);
  try {
    return new Uint8Array(inflateRawSync(bytes, { maxOutputLength: Math.max(1, claimedSize) }));
  } catch {
    throw corrupt(name);
  }
}
