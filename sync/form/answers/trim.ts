/**
 * Takes signs off both ends. A pattern with `+$` would try every run of them inside a long text, which takes its square.
 * @param front also at the beginning
 */
export function trimSigns(text: string, signs: ReadonlySet<string>, front: ReadonlySet<string> = signs): string {
  let start = 0;
  let end = text.length;
  while (start < end && front.has(text[start]!)) start++;
  while (end > start && signs.has(text[end - 1]!)) end--;
  return text.slice(start, end);
}

export const blanks: ReadonlySet<string> = new Set(' \t\n\r\u00a0\u3000');
