import type { Exchange } from '../../sync/model/index.ts';

/** Problems of files that can be read well, but are no form that went out from here. */
const foreign: ReadonlySet<string> = new Set(['form_unknown', 'form_without_id']);

/** Why a file is compared with no form: nobody can read it, it is another's, or a person has yet to say which it is. Null: it is compared. */
export function faultOf({
  formId,
  problem,
}: Pick<Exchange, 'formId' | 'problem'>): 'unreadable' | 'foreign' | 'unknown' | null {
  if (formId !== null) return null;
  if (problem === null) return 'unknown';
  return foreign.has(problem.code) ? 'foreign' : 'unreadable';
}
