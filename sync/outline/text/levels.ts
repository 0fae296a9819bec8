import { type Mark, type MarkKind, markRank, parseMark } from '../../model/index.ts';

/** Which kind of mark stands at which depth of one table: 0 for its items. */
export type Levels = ReadonlyMap<MarkKind, number>;

/**
 * The ladder of a table as its marks show it: kinds that begin somewhere with their first number and count on or come
 * again, from the outermost in. A kind that never begins is a number inside a text.
 */
export function levelsOf(marks: readonly Mark[]): Levels {
  const seen = new Map<MarkKind, { ordinals: Set<number>; count: number }>();
  for (const { kind, ordinal } of marks) {
    const entry = seen.get(kind) ?? { ordinals: new Set(), count: 0 };
    entry.ordinals.add(ordinal);
    entry.count++;
    seen.set(kind, entry);
  }
  const kinds = [...seen].filter(([kind, { ordinals, count }]) => {
    const counts = ordinals.has(1) && (ordinals.has(2) || count > 1);
    return counts || (kind !== 'letter' && ordinals.has(2) && ordinals.has(3));
  });
  return new Map(
    kinds
      .map(([kind]) => kind)
      .sort((a, b) => markRank(a) - markRank(b))
      .map((kind, level) => [kind, level]),
  );
}

/** The marks at the beginnings of texts and behind blanks within them. */
export const marksOf = (texts: readonly string[]): readonly Mark[] =>
  texts.flatMap(text => {
    const first = parseMark(text);
    const inner = [...text.slice(0, longest).matchAll(/[。；：:]?\s+/g)].flatMap(({ index, 0: gap }) => {
      const mark = parseMark(text.slice(index + gap.length, index + gap.length + 40));
      return mark && /[。；：:]/.test(gap) === false && mark.kind === 'digit' ? [] : (mark ?? []);
    });
    return first ? [first, ...inner] : inner;
  });

const longest = 4000;
