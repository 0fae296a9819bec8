import { type Mark, type Marked, parseGluedCompound, parseGluedMark, parseMark } from '../../model/index.ts';

/** A text with its numbering mark, and the marked lines below it. */
export interface Asked {
  readonly mark: Omit<Mark, 'rest'> | null;
  readonly text: string;
  readonly subSteps: readonly Marked[];
}

/**
 * Reads the text of a step: its own mark, its own words as printed, and its sub-steps, which are lines that begin with the
 * numbers of a kind of their own, from the first on. Other lines merely go on.
 * @param expects whether the numbering around asks for this mark, so that it counts though it is glued to its text
 */
export function askedOf(cell: string, expects: (mark: Mark) => boolean = () => false): Asked {
  const text = cell.replace(/\r\n?/g, '\n').trim();
  const mark = parseMark(text) ?? gluedMarks(text).find(expects) ?? null;
  const lines = (mark ? mark.rest : text).split('\n');
  const own: string[] = [lines[0] ?? ''];
  const subs: { readonly mark: Mark; readonly lines: string[] }[] = [];
  for (const line of lines.slice(1)) {
    const next = parseMark(line);
    if (
      next &&
      next.kind !== mark?.kind &&
      goesOn(
        subs.map(sub => sub.mark),
        next,
      )
    )
      subs.push({ mark: next, lines: [next.rest] });
    else (subs.at(-1)?.lines ?? own).push(line);
  }
  return {
    mark: mark && bare(mark),
    text: joined(own),
    subSteps: subs.map(sub => ({ label: sub.mark.label, text: joined(sub.lines) })),
  };
}

/** What the text may begin with, if those around it do. */
const gluedMarks = (text: string): readonly Mark[] =>
  [parseGluedCompound(text), parseGluedMark(text)].filter(mark => mark !== null);

const bare = ({ kind, label, ordinal }: Mark): Omit<Mark, 'rest'> => ({ kind, label, ordinal });

/** The first of a kind, or the one after the last of its kind. */
function goesOn(before: readonly Mark[], { kind, ordinal }: Mark): boolean {
  const last = before.findLast(mark => mark.kind === kind);
  return ordinal === (last ? last.ordinal + 1 : 1);
}

const joined = (lines: readonly string[]): string =>
  lines
    .map(line => line.trimEnd())
    .join('\n')
    .trim();

/** A heading with its mark. */
export function markedOf(cell: string): Marked {
  const mark = parseMark(cell);
  return { label: mark?.label ?? null, text: joined((mark ? mark.rest : cell).replace(/\r\n?/g, '\n').split('\n')) };
}
