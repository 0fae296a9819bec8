import { open } from 'node:fs/promises';

const end = { signature: 0x06054b50, size: 22, longestComment: 0xffff };
const entry = { signature: 0x02014b50, size: 46 };
const wide = 0xffffffff;

/** More than any document of the sizes that are accepted inflates to. */
const limits = { inflatedBytes: 1024 ** 3, ratio: 200, ratioFreeBytes: 100 * 1024 ** 2, directoryBytes: 8 * 1024 ** 2 };

/**
 * Whether a zip-based document claims to inflate to what no honest one does (PKWARE APPNOTE 4.3.12, 4.3.16). Only its
 * directory is read; nothing is inflated.
 */
export async function isBomb(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, end.size + end.longestComment));
    await file.read(tail, 0, tail.length, size - tail.length);
    const at = lastEnd(tail);
    if (at < 0) return true;
    const bytes = tail.readUInt32LE(at + 12);
    const offset = tail.readUInt32LE(at + 16);
    if (bytes > limits.directoryBytes || offset + bytes > size) return true;
    const directory = Buffer.alloc(bytes);
    await file.read(directory, 0, bytes, offset);
    const inflated = inflatedSize(directory);
    return inflated > limits.inflatedBytes || (inflated > limits.ratioFreeBytes && inflated > size * limits.ratio);
  } finally {
    await file.close();
  }
}

function lastEnd(tail: Buffer): number {
  for (let at = tail.length - end.size; at >= 0; at--) if (tail.readUInt32LE(at) === end.signature) return at;
  return -1;
}

function inflatedSize(directory: Buffer): number {
  let sum = 0;
  let at = 0;
  while (at + entry.size <= directory.length && directory.readUInt32LE(at) === entry.signature) {
    const name = directory.readUInt16LE(at + 28);
    const extra = directory.readUInt16LE(at + 30);
    const comment = directory.readUInt16LE(at + 32);
    const size = directory.readUInt32LE(at + 24);
    const extraAt = at + entry.size + name;
    sum += size === wide ? wideSize(directory.subarray(extraAt, extraAt + extra)) : size;
    at = extraAt + extra + comment;
  }
  return sum;
}

/** The first value of the ZIP64 field is the inflated size when the directory has no room for it. */
function wideSize(extra: Buffer): number {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === 1 && at + 12 <= extra.length) return Number(extra.readBigUInt64LE(at + 4));
  return Number.POSITIVE_INFINITY;
}
