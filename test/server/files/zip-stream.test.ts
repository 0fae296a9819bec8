import { Readable } from 'node:stream';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Packed, zipStream } from '../../../server/files/zip-stream.ts';

const at = new Date('2025-06-02T01:00:00.000Z');
const collected = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
};
const packed = (name: string, ...pieces: readonly Buffer[]): Packed => ({
  name,
  open: async () => Readable.from(pieces),
});

describe('a streamed archive', () => {
  it('holds every file as it was, also empty ones and names in any script', async () => {
    const bytes = await collected(
      zipStream([packed('青田區公所.xlsx', Buffer.from('一'), Buffer.from('二')), packed('空白.ods')], at),
    );
    const files = unzipSync(new Uint8Array(bytes));
    expect(Object.keys(files)).toEqual(['青田區公所.xlsx', '空白.ods']);
    expect(Buffer.from(files['青田區公所.xlsx']!).toString()).toBe('一二');
    expect(files['空白.ods']).toHaveLength(0);
  });

  it('of nothing is an archive all the same', async () => {
    expect(unzipSync(new Uint8Array(await collected(zipStream([], at))))).toEqual({});
  });

  it('reads no further than it is read, and lets go of the file in hand when nobody reads on', async () => {
    let given = 0;
    let open = 0;
    const endless: Packed = {
      name: '長.bin',
      open: async () => {
        open++;
        const stream = new Readable({
          highWaterMark: 1,
          read() {
            given++;
            this.push(Buffer.alloc(64 * 1024, 7));
          },
        });
        return stream.on('close', () => open--);
      },
    };
    const pieces = zipStream([endless], at);
    for (let i = 0; i < 20; i++) await pieces.next();
    expect(given).toBeLessThan(30);
    await pieces.return(undefined);
    await new Promise(setImmediate);
    expect(open).toBe(0);
  });

  it('fails with the file that cannot be read', async () => {
    const broken: Packed = {
      name: '壞.xlsx',
      open: async () => {
        throw new Error('gone');
      },
    };
    await expect(collected(zipStream([broken], at))).rejects.toThrow('gone');
  });
});
