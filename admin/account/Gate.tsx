import { useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslate } from 'react-admin';
import type { SetupState } from '../data/account.ts';
import { useSessionOrNull } from '../data/use-session.ts';
import { account } from '../words/account.ts';
import { i18nOf } from '../words/i18n.ts';
import { shell } from '../words/shell.ts';
import { states } from '../words/states.ts';
import { ForcedPassword } from './ForcedPassword.tsx';
import { Frame } from './Frame.tsx';
import { LogIn } from './LogIn.tsx';
import { placeOf, subscribePlace } from './place.ts';
import { ResetPassword } from './ResetPassword.tsx';
import { SetUp } from './SetUp.tsx';

const readHash = () => window.location.hash;

const Page = ({ setup }: { readonly setup: SetupState }) => {
  const translate = useTranslate();
  const session = useSessionOrNull();
  const { path, token } = placeOf(useSyncExternalStore(subscribePlace, readHash));
  const [news, setNews] = useState<string>();
  if (session?.user.mustChangePassword) return <ForcedPassword />;
  if (path === '/password-reset')
    return (
      <ResetPassword
        token={token}
        onDone={() => {
          setNews(translate('account.reset.done'));
          window.location.replace('#/');
        }}
      />
    );
  if (setup.needed) return <SetUp token={path === '/setup' ? token : ''} />;
  const told = path === '/setup' ? translate('account.setup.closed') : news;
  return <LogIn demoAccounts={setup.demoAccounts ?? []} news={told} />;
};

/** Everything before the console proper, kept apart from it so that the log-in page is small. */
export const Gate = ({ setup }: { readonly setup: SetupState }) => {
  const i18n = useMemo(() => i18nOf([shell, states, account]), []);
  return (
    <Frame i18n={i18n}>
      <Page setup={setup} />
    </Frame>
  );
};

export default Gate;
