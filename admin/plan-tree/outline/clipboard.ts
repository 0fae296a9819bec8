/** The cells of text as spreadsheets put it on the clipboard: tabs, lines, and quotes around a cell that holds either. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let at = 0;
  const endCell = () => {
    rows.at(-1)!.push(cell.trim());
    cell = '';
  };
  while (at < text.length) {
    const char = text[at]!;
    if (char === '"' && cell === '') {
      const quoted = quotedAt(text, at);
      if (quoted) {
        cell = quoted.value;
        at = quoted.next;
        continue;
      }
    }
    if (char === '\t') endCell();
    else if (char === '\n') {
      endCell();
      rows.push([]);
    } else if (char !== '\r') cell += char;
    at += 1;
  }
  endCell();
  return rows.filter(row => row.some(value => value !== ''));
}

/** A quoted cell that begins here and ends before a tab, a line's end or the end; null when the quote is part of a text. */
function quotedAt(text: string, start: number): { readonly value: string; readonly next: number } | null {
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else {
      const after = text[at + 1];
      return after === undefined || after === '\t' || after === '\n' || after === '\r' ? { value, next: at + 1 } : null;
    }
  }
  return null;
}
