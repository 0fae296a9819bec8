import type { FileHandle } from 'node:fs/promises';

/** Bytes that are read where they are needed, of a file or of memory. */
export interface Bytes {
  readonly size: number;
  /** Exactly these bytes. @throws RangeError beyond the end */
  readonly read: (from: number, length: number) => Promise<Uint8Array>;
}

export const bytesOf = (whole: Uint8Array): Bytes => ({
  size: whole.length,
  read: async (from, length) => {
    if (from + length > whole.length) throw new RangeError('beyond the end');
    return whole.subarray(from, from + length);
  },
});

export async function bytesOfFile(file: FileHandle): Promise<Bytes> {
  const { size } = await file.stat();
  return {
    size,
    read: async (from, length) => {
      if (from + length > size) throw new RangeError('beyond the end');
      const buffer = Buffer.alloc(length);
      for (let done = 0; done < length; ) {
        const { bytesRead } = await file.read(buffer, done, length - done, from + done);
        if (bytesRead === 0) throw new RangeError('beyond the end');
        done += bytesRead;
      }
      return buffer;
    },
  };
}

const pieceSize = 256 * 1024;

/** A stretch of them, piece by piece. */
export async function* pieces(bytes: Bytes, from: number, length: number): AsyncGenerator<Uint8Array> {
  for (let done = 0; done < length; done += pieceSize)
    yield await bytes.read(from + done, Math.min(pieceSize, length - done));
}
