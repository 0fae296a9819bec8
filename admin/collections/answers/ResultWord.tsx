import { useTranslate } from 'react-admin';
import { type Result, results } from '../../../sync/model/index.ts';
import { ResultChip } from '../../fields/index.ts';

const isResult = (word: string): word is Result => (results as readonly string[]).includes(word);

/** A result as the vocabulary knows it, or as the form words it. */
export const ResultWord = ({ result }: { readonly result: string }) =>
  result === '' ? <ResultChip result={null} /> : isResult(result) ? <ResultChip result={result} /> : <b>{result}</b>;

export function useResultText(): (result: string) => string {
  const translate = useTranslate();
  return result =>
    result === '' ? translate('results.none') : isResult(result) ? translate(`results.${result}`) : result;
}
