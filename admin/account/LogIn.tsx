import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { type DemoAccount, logIn } from '../data/account.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { GateSheet } from './GateSheet.tsx';
import { PasswordBox } from './PasswordBox.tsx';
import { Refusal } from './Refusal.tsx';
import { useSubmit } from './use-submit.ts';

interface Props {
  readonly demoAccounts: readonly DemoAccount[];
  /** Good news from the page before, such as a password that was reset. */
  readonly news?: string | undefined;
}

export const LogIn = ({ demoAccounts, news }: Props) => {
  const translate = useTranslate();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const { busy, refusal, onSubmit } = useSubmit(() => logIn(account, password));
  return (
    <GateSheet title={translate('account.logIn')}>
      {news ? (
        <Alert severity="success" sx={{ mt: 1 }}>
          {news}
        </Alert>
      ) : null}
      <form onSubmit={onSubmit}>
        <TextField
          label={translate('account.account')}
          value={account}
          onChange={event => setAccount(event.target.value)}
          autoComplete="username"
          autoFocus
          slotProps={{ htmlInput: { required: true, autoCapitalize: 'none', spellCheck: false } }}
          sx={{ mt: 2 }}
        />
        <PasswordBox
          label={translate('account.password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <Refusal text={refusal} />
        <Button type="submit" variant="contained" size="large" fullWidth disabled={busy} sx={{ mt: 2 }}>
          {translate(busy ? 'account.loggingIn' : 'account.logIn')}
        </Button>
      </form>
      <Typography variant="body2" sx={{ mt: 2, color: 'text.secondary' }}>
        {translate('account.forgot')}
      </Typography>
      {demoAccounts.length > 0 ? (
        <DemoAccounts
          accounts={demoAccounts}
          onChoose={person => {
            setAccount(person.account);
            setPassword(person.password);
            logIn(person.account, person.password).catch(() => undefined);
          }}
        />
      ) : null}
    </GateSheet>
  );
};
