import { joinLines, splitCell } from '../cell-outline.ts';
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
  const texts = pieces.filter(isText).flatMap(inline);
  const outermost = texts.find(({ mark }) => mark !== null)?.mark?.kind ?? null;
  const entries: Open[] = [];
  for (const text of texts) {
    const begins = text.mark !== null && text.mark.kind === outermost;
    const current = entries.at(-1);
    const plain = joinLines((begins ? text.mark!.rest : text.text).split('\n'));
    if (begins || !current) entries.push({ lines: [plain], of: text, numbered: begins });
    else if (!text.whole && text.mark === null && !ended.test(current.lines.at(-1)!)) {
      current.lines.push(current.lines.pop()! + plain);
    } else current.lines.push(plain);
  }
  introduce(entries);
  return entries
    .map(({ lines, of }) => ({ text: lines.filter(line => line !== '').join(' '), of }))
    .filter(({ text }) => text !== '');
}

interface Open {
  lines: string[];
  readonly of: Text;
  readonly numbered: boolean;
}

/** Entries that were written on behind another, 一、… 二、…, as paragraphs of their own. */
function inline(text: Text): readonly Text[] {
  if (text.mark === null) return [text];
  const segments = splitCell(text.text, () => false).filter(({ mark }) => mark?.kind === text.mark!.kind);
  if (segments.length < 2) return [text];
  return segments.map(({ mark, text: rest }) => ({ ...text, text: rest, mark: { ...mark!, rest } }));
}

/** 目標如下： belongs to the first of what follows. */
function introduce(entries: Open[]): void {
  const [intro, first] = entries;
  if (!intro || !first || intro.numbered || !/[:：]$|如下|下列/.test(intro.lines.at(-1)!)) return;
  first.lines = [...intro.lines, ...first.lines];
  entries.shift();
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
