import { crc32, deflateSync } from 'node:zlib';
import type { Chance } from './chance.ts';

const size = { width: 320, height: 214 } as const;
type Colour = readonly [number, number, number];

/** A small landscape that stands for a photograph: sky, hills, and a hall with windows. Real PNG bytes. */
export function samplePicture(chance: Chance): Uint8Array {
  const sky: Colour = [chance.between(150, 215), chance.between(190, 225), chance.between(215, 245)];
  const hill: Colour = [chance.between(70, 120), chance.between(120, 160), chance.between(80, 120)];
  const wall: Colour = [chance.between(200, 240), chance.between(190, 220), chance.between(170, 205)];
  const [swing, left] = [chance.between(18, 40), chance.between(60, 130)];
  const colourAt = (x: number, y: number): Colour => {
    const inHall = x > left && x < left + 130 && y > 92 && y < 170;
    if (inHall) return (x - left) % 26 > 9 && y % 26 > 11 ? [86, 108, 128] : wall;
    if (y > 170) return [120, 116, 108];
    const ridge = 120 - swing * Math.sin(x / 47) - 9 * Math.sin(x / 13);
    return y > ridge ? hill : [sky[0] + y / 6, sky[1] + y / 8, sky[2]];
  };
  const rows = Buffer.alloc((size.width * 3 + 1) * size.height);
  for (let y = 0, at = 0; y < size.height; y++) {
    rows[at++] = 0;
    for (let x = 0; x < size.width; x++) for (const part of colourAt(x, y)) rows[at++] = Math.min(255, part);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size.width, 0);
  header.writeUInt32BE(size.height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
