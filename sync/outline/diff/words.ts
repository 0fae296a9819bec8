import type { WordChange } from '../../model/index.ts';

const segmenter = new Intl.Segmenter('zh-Hant', { granularity: 'word' });
const wordsOf = (text: string): readonly string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** Beyond this many comparisons (two texts of 2000 words) all between the ends that agree counts as changed. */
const mostComparisons = 4_000_000;

/**
 * Two texts as one, word by word: what both have, what only the earlier has, what only the later has. Leaving out the one or
 * the other gives the texts back. Swapping the texts swaps before and after.
 */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  if (before === after) return before === '' ? [] : [{ in: 'both', text: before }];
  // One way round for both, so that of two equally long common parts the same is taken.
  const turned = before > after;
  const steps = turned ? compare(wordsOf(after), wordsOf(before)) : compare(wordsOf(before), wordsOf(after));
  const other = { both: 'both', before: 'after', after: 'before' } as const;
  return grouped(turned ? steps.map(step => ({ ...step, in: other[step.in] })) : steps);
}

function compare(a: readonly string[], b: readonly string[]): readonly WordChange[] {
  let [start, endA, endB] = [0, a.length, b.length];
  while (start < endA && start < endB && a[start] === b[start]) start++;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const both = (words: readonly string[]) => words.map(text => ({ in: 'both', text }) as const);
  return [...both(a.slice(0, start)), ...middle(a.slice(start, endA), b.slice(start, endB)), ...both(a.slice(endA))];
}

/** The longest common part by the table of its lengths, walked from the start. */
function middle(a: readonly string[], b: readonly string[]): readonly WordChange[] {
  const width = b.length + 1;
  const small = a.length * b.length <= mostComparisons;
  const longest = new Uint16Array(small ? (a.length + 1) * width : 0);
  if (small)
    for (let i = a.length - 1; i >= 0; i--)
      for (let j = b.length - 1; j >= 0; j--)
        longest[i * width + j] =
          a[i] === b[j]
            ? longest[(i + 1) * width + j + 1]! + 1
            : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  const steps: WordChange[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (small && i < a.length && j < b.length && a[i] === b[j]) {
      steps.push({ in: 'both', text: a[i]! });
      i++;
      j++;
    } else if (
      i < a.length &&
      (j === b.length || !small || longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
    )
      steps.push({ in: 'before', text: a[i++]! });
    else steps.push({ in: 'after', text: b[j++]! });
  }
  return steps;
}

/** Neighbouring words of one kind together; between two common parts first what is gone, then what came. */
function grouped(steps: readonly WordChange[]): readonly WordChange[] {
  const parts: WordChange[] = [];
  let gone = '';
  let come = '';
  const flush = (): void => {
    if (gone !== '') parts.push({ in: 'before', text: gone });
    if (come !== '') parts.push({ in: 'after', text: come });
    [gone, come] = ['', ''];
  };
  for (const step of steps) {
    if (step.in === 'before') gone += step.text;
    else if (step.in === 'after') come += step.text;
    else {
      flush();
      const last = parts.at(-1);
      if (last?.in === 'both') parts[parts.length - 1] = { in: 'both', text: last.text + step.text };
      else parts.push(step);
    }
  }
  flush();
  return parts;
}
