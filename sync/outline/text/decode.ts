/** Why bytes are no text that a person wrote. */
export type NoText = 'empty' | 'too_large' | 'binary';

type Decoded = { readonly text: string } | { readonly refused: NoText };

/** A plan of 500 pages has some 3 MB; far beyond that it is a list of something else. */
export const mostBytes = 12_000_000;

/** Files of other kinds that may begin with much that looks like text. */
const signatures = [
  '%PDF-',
  'PK\u0003\u0004',
  '\u00d0\u00cf\u0011\u00e0',
  '{\\rtf',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
];

const byteMarks: readonly (readonly [mark: string, encoding: string])[] = [
  ['\xef\xbb\xbf', 'utf-8'],
  ['\xff\xfe', 'utf-16le'],
  ['\xfe\xff', 'utf-16be'],
];

/** In order of preference: of two that read a text equally well the earlier one counts. */
const encodings = ['utf-8', 'big5', 'utf-16le', 'utf-16be', 'gb18030'] as const;

const sampleBytes = 65_536;
const worstShare = 0.9;

/** The text of a file in whatever encoding programs in Taiwan save one, told by its content. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { refused: 'empty' };
  if (bytes.length > mostBytes) return { refused: 'too_large' };
  const head = String.fromCharCode(...bytes.subarray(0, 512));
  if (signatures.some(signature => head.startsWith(signature))) return { refused: 'binary' };
  const marked = byteMarks.find(([mark]) => head.startsWith(mark));
  const encoding = marked ? marked[1] : likeliest(bytes.subarray(0, sampleBytes));
  if (encoding === null) return { refused: 'binary' };
  const text = new TextDecoder(encoding).decode(bytes);
  if (shareOfText(text.slice(0, sampleBytes)) < worstShare) return { refused: 'binary' };
  return text.trim() === '' ? { refused: 'empty' } : { text };
}

function likeliest(sample: Uint8Array): string | null {
  const scores = encodings.map(encoding => {
    const text = new TextDecoder(encoding).decode(sample, { stream: true });
    return { encoding, share: shareOfText(text) };
  });
  const best = scores.reduce((a, b) => (b.share > a.share + 0.005 ? b : a));
  return best.share >= worstShare ? best.encoding : null;
}

/** Common Han characters, their punctuation and forms, marks, kana, Latin, blanks: what a text of these agencies is made of. */
const usual =
  /[\t\n\v\f\r\x20-\x7e\xa0-\xff\u200b-\u206f\u2100-\u22ff\u2460-\u27ff\u2e80-\u30ff\u3200-\u33ff\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff5e\ufeff\ue000-\uf8ff]/g;

function shareOfText(text: string): number {
  return text.length === 0 ? 0 : (text.match(usual)?.length ?? 0) / text.length;
}
