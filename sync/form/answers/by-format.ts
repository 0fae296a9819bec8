import { type Emphasis, plainEmphasis, type Stretch } from '../../sheet/index.ts';

/**
 * Choices that somebody marked by their look rather than with a mark: all but one crossed out, or one bold, underlined or
 * coloured. `strike`: the others are crossed out, which no printer does; `weight`: one stands out, which may be the form's own look.
 */
export type FormatChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'chosen'; readonly index: number; readonly by: 'strike' | 'weight' }
  | { readonly kind: 'doubtful' };

const none: FormatChoice = { kind: 'none' };
const doubtful: FormatChoice = { kind: 'doubtful' };

/** Blanks and lines to write on look like nothing. */
const seen = /[\p{L}\p{N}]/u;

/** The one look of the letters from one place of a text to another; null where they differ among themselves. */
export function lookOf(stretches: readonly Stretch[], start: number, end: number): Emphasis | null {
  let at = 0;
  let look: Emphasis | undefined;
  for (const { text, emphasis } of stretches) {
    const part = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += text.length;
    if (!seen.test(part)) continue;
    if (look && keyOf(look) !== keyOf(emphasis)) return null;
    look = emphasis;
  }
  return look ?? plainEmphasis;
}

const keyOf = ({ bold, underline, strike, color }: Emphasis): string => `${bold} ${underline} ${strike} ${color}`;
const weightOf = ({ bold, underline }: Emphasis): number => (bold ? 1 : 0) + (underline ? 1 : 0);
/** Grey letters stand back rather than out. */
const isGrey = (color: string): boolean => /^#?(?:[0-9a-f]{2})?([0-9a-f]{2})\1\1$/i.test(color);
const isColoured = ({ color }: Emphasis): boolean => color !== null && !isGrey(color);

/** Which of several choices their looks tell; null stands for a choice in several looks. */
export function chosenByFormat(looks: readonly (Emphasis | null)[]): FormatChoice {
  const whole = looks.filter(look => look !== null);
  if (looks.length < 2) return none;
  if (whole.length < looks.length) return doubtful;
  const kinds = Map.groupBy(whole.keys(), i => keyOf(whole[i]!));
  if (kinds.size === 1) return whole[0]!.strike ? doubtful : none;
  if (whole.some(({ strike }) => strike)) {
    const [left, ...more] = [...whole.keys()].filter(i => !whole[i]!.strike);
    return left !== undefined && more.length === 0 ? { kind: 'chosen', index: left, by: 'strike' } : doubtful;
  }
  if (kinds.size > 2) return doubtful;
  const groups = [...kinds.values()].map(indexes => [...indexes]);
  const out = groups.filter(
    (indexes, i) => indexes.length === 1 && standsOut(whole[indexes[0]!]!, whole[groups[1 - i]![0]!]!),
  );
  return out.length === 1 ? { kind: 'chosen', index: out[0]![0]!, by: 'weight' } : doubtful;
}

/** Heavier than the others, or, where none is, coloured among black ones. */
const standsOut = (one: Emphasis, others: Emphasis): boolean =>
  weightOf(one) === weightOf(others) ? isColoured(one) && others.color === null : weightOf(one) > weightOf(others);
