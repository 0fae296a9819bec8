/** Wide on a terminal: two columns each (Unicode East Asian Width W and F, and the emoji). */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Takes no room: combining marks, joiners, variation selectors. */
const narrowless = /[\p{Mn}\p{Me}\p{Cf}]/u;

const widthOfLetter = (letter: string): number => (narrowless.test(letter) ? 0 : wide.test(letter) ? 2 : 1);

/** How many columns of a terminal a text takes. */
export const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + widthOfLetter(letter), 0);

/** Anything that would move the cursor or break the line: a file's text must not. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** One line of at most that many columns, with an ellipsis where something was left out. */
export function fitted(text: string, columns: number): string {
  const line = text.replace(unprintable, ' ');
  if (widthOf(line) <= columns) return line;
  let [kept, used] = ['', 0];
  for (const letter of line) {
    used += widthOfLetter(letter);
    if (used > columns - 1) break;
    kept += letter;
  }
  return `${kept}…`;
}

/** Rows as aligned lines, two blanks between columns; the last column may take what is left of `width`. */
export function table(rows: readonly (readonly string[])[], width = Number.POSITIVE_INFINITY): readonly string[] {
  const count = Math.max(0, ...rows.map(row => row.length));
  const clean = rows.map(row => row.map(text => text.replace(unprintable, ' ')));
  const widths = Array.from({ length: count }, (_, i) => Math.max(0, ...clean.map(row => widthOf(row[i] ?? ''))));
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + 2, 0);
  const last = Math.max(20, width - before);
  return clean.map(row =>
    row
      .map((text, i) => (i === count - 1 ? fitted(text, last) : text + ' '.repeat(widths[i]! - widthOf(text))))
      .join('  ')
      .trimEnd(),
  );
}
