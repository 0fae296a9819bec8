import type { AuthProvider } from 'react-admin';
import { logOut } from './account.ts';
import { mayUse } from './rights.ts';
import { presentSession } from './session.ts';

/** react-admin's view of the session. It is mounted only while somebody is logged in; an expired one is cured in `http.ts`. */
export const authProvider: AuthProvider = {
  login: () => Promise.resolve(),
  logout: () => logOut().then(() => false as const),
  checkAuth: () => (presentSession() ? Promise.resolve() : Promise.reject(new Error('not_logged_in'))),
  checkError: () => Promise.resolve(),
  getPermissions: () => Promise.resolve(presentSession()?.user.role),
  getIdentity: () => {
    const user = presentSession()?.user;
    return user ? Promise.resolve({ id: user.id, fullName: user.name }) : Promise.reject(new Error('not_logged_in'));
  },
  canAccess: ({ resource, action }) => {
    const role = presentSession()?.user.role;
    return Promise.resolve(role !== undefined && mayUse(role, resource, action));
  },
};
