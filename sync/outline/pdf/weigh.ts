import { constants, inflateSync } from 'node:zlib';

/** What a page or a drawing says it draws with; a page as full as one can be takes a tenth of it. */
const mostBytes = 4 * 1024 * 1024;
/** Streams that are large for a reason: pictures, fonts, and those that hold other objects. */
const otherKinds = /\/(?:Image|Length1|ObjStm|XRef|Metadata|FontFile\d?|Type1C|CIDFontType0C|OpenType|EmbeddedFile)\b/;
const mostDictionary = 1024;
const flate = /\/(?:FlateDecode|Fl)\b/g;

/**
 * Whether a document has instructions for drawing that unpack to more than any page needs. The library unpacks them in one piece
 * and makes values of them before it can be asked what they are, so a file of a few kilobytes would fill the memory at once.
 */
export function isBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const before = file.toString('latin1', Math.max(0, at - mostDictionary), at);
    const dictionary = before.slice(before.lastIndexOf(' obj'));
    if (!dictionary.includes('<<') || otherKinds.test(dictionary)) continue;
    const start = at + (file[at + 6] === 13 ? 8 : 7);
    const end = file.indexOf('endstream', start);
    const filters = dictionary.match(flate)?.length ?? 0;
    if (weighs(file.subarray(start, end < 0 ? file.length : end), filters)) return true;
    if (end >= 0) at = end + 3;
  }
  return false;
}

/** @param filters how many times it was packed */
function weighs(packed: Uint8Array, filters: number): boolean {
  if (filters === 0 || filters > 4) return packed.length > mostBytes;
  try {
    return weighs(
      inflateSync(packed, { maxOutputLength: mostBytes, finishFlush: constants.Z_SYNC_FLUSH }),
      filters - 1,
    );
  } catch (error) {
    // What is damaged is the library's to judge.
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
  }
}
