import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { resetPassword } from '../data/account.ts';
import { GateSheet } from './GateSheet.tsx';
import { NewPasswordBoxes } from './NewPasswordBoxes.tsx';
import { blankPassword, passwordProblem } from './new-password.ts';
import { Refusal } from './Refusal.tsx';
import { useSubmit } from './use-submit.ts';

interface Props {
  readonly token: string;
  readonly onDone: () => void;
}

/** Sets a password by the one-time link that an administrator handed over. */
export const ResetPassword = ({ token, onDone }: Props) => {
  const translate = useTranslate();
  const [password, setPassword] = useState(blankPassword);
  const [tried, setTried] = useState(false);
  const { busy, refusal, onSubmit } = useSubmit(async () => {
    setTried(true);
    if (passwordProblem(password)) return;
    await resetPassword(token, password.first);
    onDone();
  });
  return (
    <GateSheet title={translate('account.reset.title')}>
      {token === '' ? (
        <Alert severity="warning" sx={{ mt: 2 }}>
          {translate('account.reset.noToken')}
        </Alert>
      ) : (
        <form onSubmit={onSubmit}>
          <NewPasswordBoxes value={password} onChange={setPassword} tried={tried} />
          <Refusal text={refusal} />
          <Button type="submit" variant="contained" size="large" fullWidth disabled={busy} sx={{ mt: 2 }}>
            {translate('account.reset.submit')}
          </Button>
        </form>
      )}
      <Button href="#/" sx={{ mt: 2 }}>
        {translate('account.toLogIn')}
      </Button>
    </GateSheet>
  );
};
