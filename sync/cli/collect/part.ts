import { readSync } from 'node:fs';
import { corrupt } from '../../sheet/refusal.ts';

/** So many bytes of an open file, from there. @throws Refusal when the file ends before, or what the system says */
export function part(file: number, start: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const more = readSync(file, buffer, read, length - read, start + read);
    if (more === 0) throw corrupt('zip');
    read += more;
  }
  return buffer;
}
