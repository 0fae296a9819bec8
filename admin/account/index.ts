import { lazy } from 'react';

/** One's own account inside the console. The pages before log-in are reached through `Gate.tsx`. */
export const PasswordPage = lazy(() => import('./PasswordPage.tsx'));
export const SessionsPage = lazy(() => import('./SessionsPage.tsx'));
