import { type Session, session } from '../../sync/model/index.ts';
import { problemCode, requestOnce } from './http.ts';
import { presentSession, setSession } from './session.ts';

/** An account that the demo shows on its log-in page. */
export interface DemoAccount {
  readonly account: string;
  readonly password: string;
  readonly role: string;
  readonly name: string;
}

export interface SetupState {
  readonly needed: boolean;
  readonly demoAccounts?: readonly DemoAccount[];
}

/** The session that the browser's cookie stands for, or null. */
export async function readSession(): Promise<Session | null> {
  try {
    return session.parse((await requestOnce('/api/session', {})).json);
  } catch (error) {
    if (problemCode(error) === 'not_logged_in') return null;
    throw error;
  }
}

/** A spent link is no page of the console, and its token should not stay in the address. */
const leaveLink = () => window.history.replaceState(null, '', '#/');

const openWith = async (path: string, json: unknown, taken?: () => void): Promise<Session> => {
  const answer = await requestOnce(path, { method: 'POST', json });
  const opened = session.parse(answer.json);
  taken?.();
  setSession(opened);
  return opened;
};

export const logIn = (account: string, password: string): Promise<Session> =>
  openWith('/api/session', { account, password });

export const setUp = (given: {
  readonly token: string;
  readonly agencyName: string;
  readonly account: string;
  readonly name: string;
  readonly password: string;
}): Promise<Session> => openWith('/api/setup', given, leaveLink);

export async function logOut(): Promise<void> {
  if (presentSession()) await requestOnce('/api/session', { method: 'DELETE' }).catch(() => undefined);
  setSession(null);
}

/** Changes the password of whoever is logged in; the session goes on, all others of the account end. */
export const changePassword = (currentPassword: string, newPassword: string): Promise<Session> =>
  openWith('/api/session/password', { currentPassword, newPassword });

export const resetPassword = (token: string, newPassword: string): Promise<unknown> =>
  requestOnce('/api/password-reset', { method: 'POST', json: { token, newPassword } });

export const readSetup = async (): Promise<SetupState> => (await requestOnce('/api/setup', {})).json as SetupState;
