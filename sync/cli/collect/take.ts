import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';
import { defaultLimits } from '../../sheet/index.ts';
import { corrupt, Refusal } from '../../sheet/refusal.ts';
import type { Source } from './find-files.ts';

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
      const content = unpacked(part(file, start, packed.compressedSize), packed.method);
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

function part(file: number, start: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const more = readSync(file, buffer, read, length - read, start + read);
    if (more === 0) throw corrupt('zip');
    read += more;
  }
  return buffer;
}

function unpacked(bytes: Uint8Array, method: number): Uint8Array {
  if (method === 0) return bytes;
  if (method !== 8) throw corrupt('zip');
  try {
    return new Uint8Array(inflateRawSync(bytes, { maxOutputLength: defaultLimits.inflatedBytes }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Refusal('workbook_too_large', { limit: `${defaultLimits.inflatedBytes / 1024 / 1024} MB` });
    throw corrupt('zip');
  }
}
