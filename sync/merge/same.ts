import { isUnedited } from '../form/index.ts';
import type { AnswerField } from '../model/index.ts';

type Value = string | null;

/** Whether two values of a report's field are one, after what programs change by themselves. */
export const sameAnswer = (field: AnswerField, a: Value, b: Value): boolean =>
  a === b || (field !== 'result' && a !== null && b !== null && isUnedited(a, b));
