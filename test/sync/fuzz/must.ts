import { type Issue, messages } from '../../../sync/model/index.ts';

/** What must hold of every damaged file, whatever is wrong with it. */
export function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** An issue is one of the catalogue, in words that have all their parameters; gives its code. */
export function told({ code, message }: Issue): string {
  must(code in messages, `unknown code ${code}`);
  must(message !== '' && !/\{[a-z]\w*\}/i.test(message), `unfinished message: ${message}`);
  return code;
}
