/** A score that was typed as text, in any width, with or without 分; null when it is no number. */
export function scoreOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/分$/, '');
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : null;
}
