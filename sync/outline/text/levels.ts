import { type Mark, type MarkKind, markRank, parseMark } from '../../model/index.ts';

/** Which kind of mark stands at which depth of one table: 0 for its items. */
export type Levels = ReadonlyMap<MarkKind, number>;

/** Kinds that plans number items, key points and steps with: one of them is enough to tell a level. */
const usual: ReadonlySet<MarkKind> = new Set(['formal', 'han', 'hanParen', 'digit', 'compound', 'digitParen']);

/**
 * The ladder of a table as the marks of its texts show it, from the outermost kind in. A kind that never begins with its
 * first number, or only within a text and never goes on, is a number that counts something else.
 */
export function levelsOf(texts: readonly string[]): Levels {
  const leading = ordinalsOf(texts.flatMap(text => parseMark(text) ?? []));
  const inner = ordinalsOf(texts.flatMap(marksWithin));
  const kinds = [...new Set([...leading.keys(), ...inner.keys()])].filter(kind => {
    const begun = leading.get(kind) ?? [];
    if (begun.includes(1) && (usual.has(kind) || begun.length > 1)) return true;
    if (begun.includes(2) && begun.includes(3) && usual.has(kind)) return true;
    const all = [...begun, ...(inner.get(kind) ?? [])];
    return all.includes(1) && all.includes(2);
  });
  return new Map(kinds.sort((a, b) => markRank(a) - markRank(b)).map((kind, level) => [kind, level]));
}

function ordinalsOf(marks: readonly Mark[]): ReadonlyMap<MarkKind, readonly number[]> {
  const groups = Map.groupBy(marks, ({ kind }) => kind);
  return new Map([...groups].map(([kind, list]) => [kind, list.map(({ ordinal }) => ordinal)]));
}

const longest = 800;
const longestMark = 40;

/** The marks behind blanks within a text; a number counts only where a sentence has ended before it. */
function marksWithin(text: string): readonly Mark[] {
  return [...text.slice(0, longest).matchAll(/[。；：:]?\s+/g)].flatMap(({ index, 0: gap }) => {
    const mark = parseMark(text.slice(index + gap.length, index + gap.length + longestMark));
    return mark === null || (mark.kind === 'digit' && !/[。；：:]/.test(gap)) ? [] : [mark];
  });
}
