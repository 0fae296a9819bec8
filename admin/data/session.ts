import type { Session } from '../../sync/model/index.ts';

type Listener = () => void;

/** Who sits in front of the console. One value for the whole page, kept in memory only. */
let current: Session | null = null;
const listeners = new Set<Listener>();

/** The present session, or null when nobody is logged in. */
export const presentSession = (): Session | null => current;

export function setSession(session: Session | null): void {
  current = session;
  for (const listener of listeners) listener();
}

export const subscribeSession = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
