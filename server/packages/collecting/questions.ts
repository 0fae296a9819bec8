import { createHash } from 'node:crypto';

/**
 * The id here of a question of a collection that came by package: the same for the same question of the same collection, and no
 * row that anybody could name beforehand, because the collection's id is made here. A UUID of version 8 (RFC 9562).
 */
export function localQuestion(collectionId: string, foreignId: string): string {
  const bytes = createHash('sha256').update(`${collectionId}/${foreignId}`).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
