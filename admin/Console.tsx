import { lazy, Suspense, useEffect, useState } from 'react';
import { readSession, readSetup, type SetupState } from './data/account.ts';
import { preferences, readPreference } from './data/preferences.ts';
import { setSession } from './data/session.ts';
import { useSessionOrNull } from './data/use-session.ts';
import { StartFailed } from './StartFailed.tsx';

const toApp = () => import('./App.tsx');
const App = lazy(toApp);
const Gate = lazy(() => import('./account/Gate.tsx'));

type Start =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'known'; readonly setup: SetupState };

/** Somebody is logged in, so there is nothing left to set up. */
const done: SetupState = { needed: false };

/** Asks once who is there; log-in, log-out and expiry change the session alone. */
const ask = async (): Promise<Start> => {
  try {
    const [session, setup] = await Promise.all([readSession(), readSetup()]);
    setSession(session);
    return { kind: 'known', setup };
  } catch {
    return { kind: 'failed' };
  }
};

/** The gate for whoever is not logged in (or must change the password first), the console for everybody else. */
export const Console = () => {
  const [start, setStart] = useState<Start>({ kind: 'asking' });
  const session = useSessionOrNull();
  useEffect(() => {
    if (start.kind === 'asking') void ask().then(setStart);
    if (start.kind === 'known') void toApp();
  }, [start.kind]);
  useEffect(() => {
    if (session && readPreference('locale') === undefined) preferences.setItem('locale', session.user.locale);
  }, [session]);
  if (start.kind === 'asking') return null;
  if (start.kind === 'failed') return <StartFailed onAgain={() => setStart({ kind: 'asking' })} />;
  if (session === null)
    return (
      <Suspense>
        <Gate setup={start.setup} />
      </Suspense>
    );
  return <Suspense>{session.user.mustChangePassword ? <Gate setup={done} /> : <App key={session.user.id} />}</Suspense>;
};
