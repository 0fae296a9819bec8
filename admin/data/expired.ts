/**
 * A session that ends while somebody works must cost nothing: requests that were refused for it wait here, a dialog over
 * the untouched page asks for the password, and then they are sent again.
 */
type Listener = () => void;

interface Waiting {
  readonly resume: () => void;
  readonly giveUp: () => void;
}

let waiting: readonly Waiting[] = [];
const listeners = new Set<Listener>();
const tell = () => {
  for (const listener of listeners) listener();
};

export const isExpired = (): boolean => waiting.length > 0;

export const subscribeExpired = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Resolves once the same person is logged in again, rejects when they leave instead. */
export const loggedInAgain = (): Promise<void> =>
  new Promise((resume, giveUp) => {
    waiting = [...waiting, { resume, giveUp: () => giveUp(new Error('not_logged_in')) }];
    tell();
  });

export function settleExpired(outcome: 'resume' | 'giveUp'): void {
  const settled = waiting;
  waiting = [];
  tell();
  for (const one of settled) one[outcome]();
}
