import { type Issue, type MessageCode, type Params, say } from '../../sync/model/index.ts';
import { GoogleFault } from '../../sync/sheet/google/index.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';

/** Why something could not be done with a spreadsheet, as far as somebody can do something about it. */
export interface Failure {
  readonly code: MessageCode;
  readonly isFinal: boolean;
}

/** The key of the account cannot be opened: nothing helps but the key file, or connecting the account anew. */
const keyProblems: ReadonlySet<string> = new Set(['secret_key_missing', 'secret_damaged', 'google_no_installation']);

/** Null where nobody but who wrote this program can do something. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof GoogleFault) return { code: error.code, isFinal: error.kind === 'final' };
  if (error instanceof Refusal && keyProblems.has(error.code)) return { code: error.code, isFinal: true };
  return null;
}

/** A passing failure is tried again soon; a final one waits for a person. */
export const soonMinutes = 5;

export const problemOf = (code: string, severity: Issue['severity'] = 'error', params: Params = {}): Issue => ({
  code,
  severity,
  params,
  message: say(code, 'zh-TW', params),
});

/** An account that Google does not accept any more says so wherever it is offered. */
export async function markRevoked(
  { tx }: Change,
  { accountId }: { readonly accountId: string },
  code: string,
): Promise<void> {
  if (code === 'google_revoked')
    await tx.updateTable('sheetAccounts').set({ state: 'revoked' }).where('id', '=', accountId).execute();
}
