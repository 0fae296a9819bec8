import { lazy, Suspense, useEffect, useState } from 'react';
import { readSession, readSetup, type SetupState } from './data/account.ts';
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

/** Asks once who is there; log-in, log-out and expiry change the session alone. */
function useStart(): readonly [Start, () => void] {
  const [start, setStart] = useState<Start>({ kind: 'asking' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let stopped = false;
    setStart({ kind: 'asking' });
    Promise.all([readSession(), readSetup()]).then(
      ([session, setup]) => {
        if (stopped) return;
        setSession(session);
        setStart({ kind: 'known', setup });
      },
      () => {
        if (!stopped) setStart({ kind: 'failed' });
      },
    );
    return () => {
      stopped = true;
    };
  }, [attempt]);
  return [start, () => setAttempt(attempt + 1)];
}

/** The gate for whoever is not logged in (or must change the password first), the console for everybody else. */
export const Console = () => {
  const [start, again] = useStart();
  const session = useSessionOrNull();
  useEffect(() => {
    if (start.kind === 'known') void toApp();
  }, [start.kind]);
  if (start.kind === 'asking') return null;
  if (start.kind === 'failed') return <StartFailed onAgain={again} />;
  const inside = session !== null && !session.user.mustChangePassword;
  return (
    <Suspense>
      {inside ? (
        <App key={session.user.id} />
      ) : (
        <Gate setup={session ? { ...start.setup, needed: false } : start.setup} />
      )}
    </Suspense>
  );
};
