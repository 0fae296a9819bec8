import { resultOfChoice } from '../../form/answers/index.ts';
import { isUnedited } from '../../form/index.ts';
import type { MergedField, MergedValue } from '../../model/index.ts';

function sameChoice(a: string, b: string): boolean {
  const meant = resultOfChoice(a);
  return meant !== null && meant === resultOfChoice(b);
}

/** Whether two values of a field say the same, however the two workbooks word or space it. */
export function sameValue(field: MergedField, a: MergedValue, b: MergedValue): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  const [left, right] = [String(a), String(b)];
  return isUnedited(left, right) || (field === 'result' && sameChoice(left, right));
}
