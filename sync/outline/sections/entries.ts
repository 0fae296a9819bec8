import { joinLines } from '../cell-outline.ts';
import { isText, type Piece, type Text } from './piece.ts';

export interface Entry {
  readonly text: string;
  readonly of: Text;
}

const ended = /[。；;：:！？!?）)」]$/;

/**
 * The entries of a section: one for each paragraph with a mark of the outermost kind; what stands below such a one belongs to
 * it. A section without marks is one entry.
 */
export function entriesOf(pieces: readonly Piece[]): readonly Entry[] {
  const texts = pieces.filter(isText);
  const outermost = texts.find(({ mark }) => mark !== null)?.mark?.kind ?? null;
  const entries: { lines: string[]; of: Text; numbered: boolean }[] = [];
  for (const text of texts) {
    const begins = text.mark !== null && text.mark.kind === outermost;
    const current = entries.at(-1);
    const plain = joinLines((begins ? text.mark!.rest : text.text).split('\n'));
    if (begins || !current) entries.push({ lines: [plain], of: text, numbered: begins });
    else if (!text.whole && text.mark === null && !ended.test(current.lines.at(-1)!)) {
      current.lines.push(current.lines.pop()! + plain);
    } else current.lines.push(plain);
  }
  return entries
    .map(({ lines, of }) => ({ text: lines.filter(line => line !== '').join(' '), of }))
    .filter(({ text }) => text !== '');
}

/** A section as one text. */
export const proseOf = (pieces: readonly Piece[]): string => {
  const texts = pieces.filter(isText);
  const only = texts.length === 1 ? texts[0]! : null;
  const lines = texts.map(({ text, mark }) => joinLines((only && mark ? mark.rest : text).split('\n')));
  return lines.reduce((all, line, i) => {
    if (all === '') return line;
    const before = texts[i - 1]!;
    return all + (before.whole || texts[i]!.mark !== null || ended.test(all) ? ' ' : '') + line;
  }, '');
};
