/** Compressed bytes of every entry of a zip, by name, from its central directory. */
export function compressedEntries(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  const entries = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    const size = view.getUint32(at + 20, true);
    const [name, extra, comment] = [28, 30, 32].map(offset => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const local = view.getUint32(at + 42, true);
    const data = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const title = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    entries.set(title, Buffer.from(bytes.subarray(data, data + size)).toString('base64'));
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** Names of the entries that differ between two packages. */
export function changedEntries(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [a, b] = [compressedEntries(before), compressedEntries(after)];
  return [...new Set([...a.keys(), ...b.keys()])].filter(name => a.get(name) !== b.get(name));
}
