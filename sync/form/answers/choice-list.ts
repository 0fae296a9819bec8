import { bareSign, filledGlyph, type GlyphState, glyphClass, openGlyph, stateOfGlyph, tickSigns } from './glyphs.ts';
import { blanks, trimSigns } from './trim.ts';

/** One choice of a list inside a cell: where its mark stands, and what it says. */
export interface ListedChoice {
  /** The mark as it stands, such as □, （　） or □V. */
  readonly mark: string;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** Where the words begin. */
  readonly at: number;
  readonly marked: boolean;
}

/** Choices with a mark before (or behind) each, all in one cell: □已完成 ■辦理中. */
export interface ChoiceList {
  readonly text: string;
  readonly choices: readonly ListedChoice[];
}

const inBrackets = `[${tickSigns}XxＸｘ○◯●■☑*＊1１勾圈]`;
const bracketMark = `[（(\\[［〔【](?:[ \\u3000]*|[ \\u3000]*${inBrackets}[ \\u3000]*)[)）\\]］〕】]`;
const tick = `(?:[${tickSigns}](?![A-Za-z]))`;
const glyphMark = `(?:${tick}[ \\u3000]?)?[${glyphClass}][\\ufe0e\\ufe0f]?(?:[ \\u3000]?${tick}[\\ufe0e\\ufe0f]?)?`;
/** A letter is a mark only where a choice begins and Chinese follows. */
const letterMark = `(?<=^|[\\s、，,；;/／|｜])[VvＶｖˇ∨](?=\\s*\\p{Script=Han})`;
const markPattern = new RegExp(`${bracketMark}|${letterMark}|${glyphMark}`, 'gu');

const separators: ReadonlySet<string> = new Set([...blanks, ...'、，,；;/／|｜']);
const trimmed = (words: string): string => trimSigns(words, separators);

const bracketed = /^[（([［〔【](.*)[)）\]］〕】]$/su;
const onlyTick = new RegExp(`^[${tickSigns}]$`, 'u');

function stateOf(mark: string): GlyphState {
  const inside = bracketed.exec(mark)?.[1];
  if (inside !== undefined) return inside.trim() === '' ? 'open' : 'filled';
  const signs = [...bareSign(mark)];
  if (signs.some(sign => onlyTick.test(sign))) return 'filled';
  return stateOfGlyph(signs[0] ?? '') ?? 'filled';
}

/** Which of the marks are set, seen together: a circle among boxes is a mark, a cross beside a tick is none. */
function markedOnes(marks: readonly string[]): readonly boolean[] {
  const states = marks.map(stateOf);
  const ticked = states.includes('filled');
  const alike = new Set(marks).size === 1;
  const onlyCircles = states.every(state => state === 'circle');
  const marked: Readonly<Record<GlyphState, (mark: string) => boolean>> = {
    filled: () => true,
    open: () => false,
    crossed: () => !ticked,
    symbol: () => marks.length === 1 || !alike,
    circle: mark => !ticked && !alike && (mark === '◎' || !onlyCircles),
  };
  return states.map((state, i) => marked[state](marks[i]!));
}

const chosenByWord = /[\p{L}\p{N}]/u;

/**
 * Reads the list of choices in a cell, in whichever marks and order they stand. The words of a choice are what stands between
 * its mark and the next one.
 * @returns null when no mark stands before (or behind) any words; names such as ○○課 have circles that are none
 */
export function parseChoiceList(text: string): ChoiceList | null {
  const marks = [...text.matchAll(markPattern)].map(match => ({
    mark: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const [first] = marks;
  const last = marks.at(-1);
  if (!first || !last) return null;
  const before = trimmed(text.slice(0, first.start));
  const behind = trimmed(text.slice(last.end));
  const trailing = !chosenByWord.test(behind) && chosenByWord.test(before);
  const pieces = marks.map(({ start, end }, i) =>
    trailing ? { from: marks[i - 1]?.end ?? 0, to: start } : { from: end, to: marks[i + 1]?.start ?? text.length },
  );
  const words = pieces.map(({ from, to }) => trimmed(text.slice(from, to)));
  if (!words.some(word => chosenByWord.test(word))) return null;
  const marked = markedOnes(marks.map(({ mark }) => mark));
  if (words.includes('') && marks.every(({ mark }) => stateOf(mark) === 'circle')) return null;
  const choices = marks
    .map((mark, i) => ({ ...mark, words: words[i]!, at: text.indexOf(words[i]!, pieces[i]!.from), marked: marked[i]! }))
    .filter(choice => choice.words !== '');
  return { text, choices };
}

/** Sets the mark into a place for one, keeping its width where that is one: （　） → （V）. */
function closed(open: string, sign: string, glyph: string | null, before: string | undefined): string {
  const inside = bracketed.exec(open)?.[1];
  if (inside !== undefined) {
    const left = Math.max(0, Math.ceil(inside.length / 2) - 1);
    const right = Math.max(0, inside.length - left - 1);
    return `${open[0]}${inside.slice(0, left)}${sign}${right > 0 ? inside.slice(-right) : ''}${open.at(-1)}`;
  }
  return glyph ?? filledGlyph(bareSign(open)) ?? before ?? (open === '◎' ? '●' : '■');
}

/** Takes the mark out again; where it does not tell what it was put over, the other choices do. */
function opened(mark: string, others: readonly string[]): string {
  const inside = bracketed.exec(mark)?.[1];
  if (inside !== undefined) {
    const alike = others.find(other => bracketed.test(other) && other[0] === mark[0]);
    if (alike) return alike;
    const blank = /[（［〔【]/.test(mark[0]!) ? '　' : ' ';
    return `${mark[0]}${inside.length > 1 ? blank.repeat(inside.length) : blank}${mark.at(-1)}`;
  }
  const signs = bareSign(mark);
  const box = [...signs].find(sign => stateOfGlyph(sign) === 'open' || stateOfGlyph(sign) === 'circle');
  if (box && signs.length > 1) return box;
  const own = openGlyph(signs);
  if (own && others.includes(own)) return own;
  return others.find(other => !bracketed.test(other)) ?? own ?? '□';
}

/** How a form marks its choices, where it shows: the sign inside brackets, and what an open mark turns into. */
export interface MarkHabit {
  readonly sign?: string | undefined;
  readonly filled?: ((open: string) => string | null) | undefined;
}

/**
 * The same list with this choice marked and no other; every word, separator and line break stays. A mark that is right already
 * is left as somebody made it.
 * @param index of the choice; null marks none
 */
export function markChoice({ text, choices }: ChoiceList, index: number | null, habit: MarkHabit = {}): string {
  const open = choices.filter(choice => !choice.marked).map(choice => choice.mark);
  const before = choices.find(choice => choice.marked)?.mark;
  let rewritten = '';
  let at = 0;
  choices.forEach((choice, i) => {
    const wanted = i === index;
    const mark =
      wanted === choice.marked
        ? choice.mark
        : wanted
          ? closed(choice.mark, habit.sign ?? 'V', habit.filled?.(choice.mark) ?? null, before)
          : opened(choice.mark, open);
    rewritten += text.slice(at, choice.start) + mark;
    at = choice.end;
  });
  return rewritten + text.slice(at);
}
