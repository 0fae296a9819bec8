import { type Result, results, resultWords } from '../../model/index.ts';
import { resultOfChoice } from './result-of-choice.ts';

const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '');

/** The same letters and digits in the same order, in whichever width, case and spacing; never where there are none. */
export const sameWords = (a: string, b: string): boolean => plain(a) !== '' && plain(a) === plain(b);

/** The one index for which it holds; null when there is none or more than one. */
function only<T>(list: readonly T[], holds: (item: T) => boolean): number | null {
  const found = list.flatMap((item, i) => (holds(item) ? [i] : []));
  return found.length === 1 ? found[0]! : null;
}

const isResult = (text: string): text is Result => (results as readonly string[]).includes(text);

/**
 * Finds what is meant among the choices of a form: the same words, the same words in another width or spacing, a choice that
 * begins with them (其他：＿＿), or the only choice of the same meaning. A `Result` of ours counts as its word.
 * @returns the index, or null when no choice is meant, or not clearly one
 */
export function findChoice(choices: readonly string[], wanted: string): number | null {
  const word = isResult(wanted) ? resultWords[wanted] : wanted;
  const exact = choices.indexOf(word);
  if (exact >= 0) return exact;
  const key = plain(word);
  if (key === '') return null;
  const meaning = isResult(wanted) ? wanted : resultOfChoice(word);
  return (
    only(choices, choice => plain(choice) === key) ??
    only(choices, choice => plain(choice).startsWith(key)) ??
    (meaning === null ? null : only(choices, choice => resultOfChoice(choice) === meaning))
  );
}
