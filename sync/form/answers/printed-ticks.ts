import { type ChoiceList, type ListedChoice, type MarkHabit, markChoice, parseChoiceList } from './choice-list.ts';
import { findChoice, sameWords } from './find-choice.ts';
import { openGlyph } from './glyphs.ts';
import type { Tick } from './ticks.ts';

/*
 * Some forms print the choice of a tick column in each of its cells, behind a box (□已完成) or bare (是), to be ticked where it
 * stands. Seen together the cells of a row are one list of choices, spread over several cells.
 */

/** A cell of a tick column that prints its choice. */
export interface PrintedTick {
  readonly tick: Extract<Tick, 'open' | 'ticked'>;
  /** As it stands before or behind the words; null where there is none. */
  readonly mark: string | null;
  /** Where the words stand. */
  readonly start: number;
  readonly end: number;
}

export interface PrintedTicks {
  /** By cell; null for one that prints nothing of its own, so that its whole text is a tick or none. */
  readonly cells: readonly (PrintedTick | null)[];
  /** Every cell prints its choice. */
  readonly isWhole: boolean;
  /** The texts that tick this choice and no other where they are printed; null for the other cells. */
  readonly tick: (index: number | null, habit: MarkHabit) => readonly (string | null)[];
}

interface Boxed {
  readonly list: ChoiceList;
  readonly choice: ListedChoice;
}

const longestChoice = 30;

/** The one choice that stands in a text with its box. */
function boxedIn(text: string): Boxed | null {
  const list = parseChoiceList(text);
  const [choice, more] = list?.choices ?? [];
  return list && choice && !more && choice.words.length <= longestChoice ? { list, choice } : null;
}

/** One letter means a choice only where it is that choice: a V is a tick, though a choice may begin with it. */
const says = (choice: string, words: string): boolean =>
  sameWords(choice, words) || ([...words].length > 1 && findChoice([choice], words) === 0);

/** What the tick cells of a row print beside their ticks; null where they print nothing. */
export function printedTicks(choices: readonly string[], texts: readonly string[]): PrintedTicks | null {
  const parsed = texts.map(boxedIn);
  const areBoxed = parsed.every(found => found !== null);
  const boxed = parsed.map((found, i) => (found && (areBoxed || says(choices[i]!, found.choice.words)) ? found : null));
  const bare = texts.map((text, i) => !boxed[i] && says(choices[i]!, text.trim()));
  const isWhole = texts.length > 1 && texts.every((_, i) => boxed[i] || bare[i]);
  const places = [...boxed.keys()].filter(i => boxed[i]);
  if (!isWhole && places.length === 0) return null;
  const lines = places.map(i => texts[i]!);
  const list = parseChoiceList(lines.join('\n')) ?? { text: '', choices: [] };
  if (list.choices.length !== places.length) return null;
  const isMarked = (i: number): boolean => list.choices[places.indexOf(i)]!.marked;
  const isBare = (i: number): boolean => isWhole && bare[i]!;
  return {
    isWhole,
    cells: texts.map((text, i): PrintedTick | null => {
      const choice = boxed[i]?.choice;
      if (choice) {
        const { mark, at, words } = choice;
        return { tick: isMarked(i) ? 'ticked' : 'open', mark, start: at, end: at + words.length };
      }
      return isBare(i) ? { tick: 'open', mark: null, start: 0, end: text.length } : null;
    }),
    tick: (index, habit) => {
      const chosen = index === null ? -1 : places.indexOf(index);
      const marked = apart(markChoice(list, chosen < 0 ? null : chosen, habit), lines);
      return texts.map((text, i) => {
        const found = boxed[i];
        if (!found) return isBare(i) ? (i === index ? ticked(text, habit.sign) : text) : null;
        const wasBare = i !== index && bare.some((_, j) => isBare(j)) && isMarked(i) && isAdded(found.choice.mark);
        return wasBare ? found.choice.words : marked[places.indexOf(i)]!;
      });
    },
  };
}

/** Cuts a text again into the lines that it was joined from; each keeps as many line breaks as it had. */
function apart(text: string, joined: readonly string[]): readonly string[] {
  const lines = text.split('\n');
  let at = 0;
  return joined.map(each => {
    const count = each.split('\n').length;
    at += count;
    return lines.slice(at - count, at).join('\n');
  });
}

/** A sign that was put before bare words, rather than into a box. */
const isAdded = (mark: string): boolean => /^\S$/u.test(mark) && openGlyph(mark) === null;

/** Bare words with a sign before them, one that is known for a tick when it is read again. */
function ticked(text: string, sign = 'V'): string {
  const words = text.trim();
  const readable = [sign, '✔'].map(each => `${each}${words}`);
  return (
    readable.find(each => boxedIn(each)?.choice.marked && boxedIn(each)?.choice.words === words) ?? readable.at(-1)!
  );
}
