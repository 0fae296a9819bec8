import { type MessageCode, say } from '../../model/index.ts';
import { faultOf } from '../../sheet/google/index.ts';
import { FileFailed } from '../command.ts';

/** Something that a person can mend, in the words of the catalogue. */
export const failure = (code: MessageCode, params: Readonly<Record<string, string | number>> = {}): FileFailed =>
  new FileFailed({ code, severity: 'error', message: say(code, 'zh-TW', params), params });

/** What Google refused, as a failure of the command; anything else is thrown as it is. */
export const ofGoogle = (error: unknown): never => {
  if (error instanceof FileFailed) throw error;
  throw failure(faultOf(error).code);
};
