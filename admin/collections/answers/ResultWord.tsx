import { useTranslate } from 'react-admin';
import { parseResult, type Result, results } from '../../../sync/model/index.ts';
import { ResultChip } from '../../fields/index.ts';

const isResult = (word: string): word is Result => (results as readonly string[]).includes(word);

/** What a form's word means; undefined where it means none of the vocabulary. */
const meant = (word: string): Result | null | undefined => (isResult(word) ? word : parseResult(word));

/** A result as the vocabulary knows it, or as the form words it. */
export const ResultWord = ({ result }: { readonly result: string }) => {
  const known = meant(result);
  return known === undefined ? <b>{result}</b> : <ResultChip result={known} />;
};

export function useResultText(): (result: string) => string {
  const translate = useTranslate();
  return result => {
    const known = meant(result);
    return known === undefined ? result : translate(`results.${known ?? 'none'}`);
  };
}
