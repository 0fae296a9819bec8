import { type Mark, type MarkKind, markLabel, markRank, parseBareMark, parseMark } from '../../../sync/model/index.ts';

/** What is printed between a label and its text; nothing after brackets, circles and numbers of several levels. */
const stops: Readonly<Partial<Record<MarkKind, string>>> = {
  formal: '、',
  han: '、',
  stem: '、',
  digit: '.',
  letter: '.',
};

/** The label of a number in the manner of a mark; null beyond what that manner can count. */
const labelLike = ({ kind, label }: Pick<Mark, 'kind' | 'label'>, ordinal: number): string | null =>
  kind === 'compound' ? label.replace(/\d+$/, String(ordinal)) : markLabel(kind, ordinal);

/** The kinds that plans use, from the top: 一 (一) 1 (1) ○1 A. */
const usual: readonly MarkKind[] = ['han', 'hanParen', 'digit', 'digitParen', 'circled', 'letter'];

/** The mark as documents print it before its text: 一、 (一) 1. (1) ○1 A. */
export const printedLabel = (label: string): string => label + stopOf(parseBareMark(label));
const stopOf = (mark: Mark | null): string => (mark === null ? '' : (stops[mark.kind] ?? ''));

/** How far in a label's kind of numbering stands against other kinds; null when it is no numbering. */
export function rankOf(label: string): number | null {
  const mark = parseBareMark(label);
  return mark === null ? null : markRank(mark.kind);
}

/**
 * The label of the row after one labelled `previous`, or of the first row at a depth. Null where the sibling before has none.
 * @param previous the label of the sibling before; undefined when there is none
 */
export function nextLabel(previous: string | null | undefined, depth: number): string | null {
  if (previous === null) return null;
  if (previous === undefined) return markLabel(usual[Math.min(depth, usual.length - 1)]!, 1);
  const mark = parseBareMark(previous);
  return mark === null ? null : labelLike(mark, mark.ordinal + 1);
}

/** The labels that siblings should carry, counted from 1 in the kind of numbering that the first labelled one has. */
export function renumbered(labels: readonly (string | null)[]): readonly (string | null)[] {
  const first = labels.map(label => (label === null ? null : parseBareMark(label))).find(mark => mark !== null);
  if (!first) return labels;
  let ordinal = 0;
  return labels.map(label => {
    if (label === null) return null;
    ordinal += 1;
    return labelLike(first, ordinal);
  });
}

/** Parts the numbering at the start of a text from the text, which otherwise stays as it is. */
export function splitLabel(text: string): { readonly label: string | null; readonly text: string } {
  const mark = parseMark(text.trim());
  return mark === null ? { label: null, text: text.trim() } : { label: mark.label, text: mark.rest.trim() };
}
