/** Encodings that programs in Taiwan save text in, told by their mark, else tried in turn. */
const marks: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const tried = ['utf-8', 'big5'] as const;

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-16 without a mark: every other byte of its delimiters and digits is zero, and hardly any of those between. */
function unmarkedWide(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > 4 * even) return 'utf-16le';
  return even > 4 * odd ? 'utf-16be' : null;
}

export interface Decoded {
  /** Without its mark. */
  readonly text: string;
  readonly encoding: string;
  readonly isMarked: boolean;
}

/** The text of a file, or null when it is none. */
export function decodeText(bytes: Uint8Array): Decoded | null {
  const mark = marks.find(([prefix]) => prefix.every((byte, i) => bytes[i] === byte));
  const wide = mark ? null : unmarkedWide(bytes);
  const encodings = mark ? [mark[1]] : wide ? [wide] : tried;
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text !== null) return text.includes('\0') ? null : { text, encoding, isMarked: mark !== undefined };
  }
  return null;
}

const byteOrderMark = '\uFEFF';

/** The bytes of a text in the encoding that it came in; nobody but browsers writes Big5, which becomes UTF-8 with its mark. */
export function encodeText({ text, encoding, isMarked }: Decoded): Uint8Array {
  const marked = isMarked || encoding === 'big5' ? `${byteOrderMark}${text}` : text;
  if (!encoding.startsWith('utf-16')) return new TextEncoder().encode(marked);
  const bytes = Buffer.from(marked, 'utf16le');
  return new Uint8Array(encoding === 'utf-16be' ? bytes.swap16() : bytes);
}
