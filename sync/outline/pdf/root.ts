/** What a reader begins with: the file names its catalogue, or holds one that can be found without being named. */
const roots = ['/Root', '/Catalog'].map(name => Buffer.from(name, 'latin1'));

/**
 * Whether a document can be found in a file. One that was cut off before its end, or that is noise, has none, and looking for it
 * is what takes the library longest.
 */
export function hasRoot(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return roots.some(root => file.includes(root));
}
