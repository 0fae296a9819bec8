import type { WordChange } from '../../sync/model/index.ts';

interface Props {
  readonly words: readonly WordChange[];
  readonly side?: 'before' | 'after';
}

const Word = ({ word }: { readonly word: WordChange }) => {
  if (word.in === 'before') return <del>{word.text}</del>;
  return word.in === 'after' ? <ins>{word.text}</ins> : word.text;
};

/** One of two texts, or both as one, with what is gone struck out and what came underlined, besides their colours. */
export const Words = ({ words, side }: Props) => {
  // The words of a text never move, so their places name them.
  const shown = words
    .map((word, place) => ({ word, place }))
    .filter(({ word }) => !side || word.in === 'both' || word.in === side);
  return shown.map(({ word, place }) => <Word key={place} word={word} />);
};
