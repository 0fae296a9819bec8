import { useSyncExternalStore } from 'react';
import type { Session } from '../../sync/model/index.ts';
import { presentSession, subscribeSession } from './session.ts';

/** The session, or null; the component renders anew when it changes. */
export const useSessionOrNull = (): Session | null => useSyncExternalStore(subscribeSession, presentSession);

/** The session of whoever is logged in. Only for what stands inside the console proper. */
export function useSession(): Session {
  const session = useSessionOrNull();
  if (!session) throw new Error('nobody is logged in');
  return session;
}
