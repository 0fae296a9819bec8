import { corrupt } from '../refusal.ts';

/** The end of a chain; every number from here on is no sector (MS-CFB 2.1). */
const lastSector = 0xfffffffa;

/**
 * A stream of a compound file by one of its names, or null. A chain that leads outside the file or back into itself is
 * damage: it is followed for as many steps as the file has sectors.
 */
export function streamOf(bytes: Uint8Array, names: readonly string[]): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 512) throw corrupt('header');
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw corrupt('header');
  const size = 1 << shift;
  const count = Math.ceil(bytes.length / size);
  const sector = (n: number): number => (n + 1) * size;

  const chain = (start: number, next: (n: number) => number, most: number): readonly number[] => {
    const found: number[] = [];
    for (let n = start; n < lastSector; n = next(n)) {
      if (found.length > most) throw corrupt('sectors');
      found.push(n);
    }
    return found;
  };
  const join = (sectors: readonly number[], from: (n: number) => Uint8Array): Uint8Array =>
    new Uint8Array(Buffer.concat(sectors.map(from)));

  const word = (at: number): number => (at + 4 <= view.byteLength ? view.getUint32(at, true) : lastSector);
  const table = fatSectors();
  const perSector = size / 4;
  const next = (n: number): number => {
    const home = table[Math.floor(n / perSector)];
    return home === undefined ? lastSector : word(sector(home) + (n % perSector) * 4);
  };
  const body = (start: number): Uint8Array =>
    join(chain(start, next, count), n => bytes.subarray(sector(n), sector(n) + size));

  const directory = body(view.getUint32(48, true));
  const entries = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const found = (test: (name: string, kind: number) => boolean): number | undefined => {
    for (let at = 0; at + 128 <= directory.length; at += 128) {
      const length = Math.min(64, entries.getUint16(at + 64, true));
      const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + Math.max(0, length - 2)));
      if (test(name.toLowerCase(), entries.getUint8(at + 66))) return at;
    }
    return undefined;
  };
  const at = found((name, kind) => kind === 2 && names.includes(name));
  if (at === undefined) return null;
  const start = entries.getUint32(at + 116, true);
  const length = entries.getUint32(at + 120, true);
  if (length >= view.getUint32(56, true)) return body(start).subarray(0, length);
  return small(start).subarray(0, length);

  /** The first 109 sectors of the table stand in the header, the others in a chain of sectors of their own. */
  function fatSectors(): readonly number[] {
    const list: number[] = [];
    const take = (from: number, many: number): void => {
      for (let i = 0; i < many; i++) {
        const n = word(from + i * 4);
        if (n < lastSector) list.push(n);
      }
    };
    take(76, 109);
    const last = size - 4;
    for (const n of chain(view.getUint32(68, true), n => word(sector(n) + last), count)) take(sector(n), last / 4);
    return list;
  }

  /** Small streams share one stream, that of the root, in pieces of 64 bytes with a table of their own. */
  function small(first: number): Uint8Array {
    const root = found((_, kind) => kind === 5);
    if (root === undefined) throw corrupt('directory');
    const shared = body(entries.getUint32(root + 116, true));
    const links = body(view.getUint32(60, true));
    const linkView = new DataView(links.buffer, links.byteOffset, links.byteLength);
    const after = (n: number): number => (n * 4 + 4 <= links.length ? linkView.getUint32(n * 4, true) : lastSector);
    return join(chain(first, after, shared.length / 64 + 1), n => shared.subarray(n * 64, n * 64 + 64));
  }
}
