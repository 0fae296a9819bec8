import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useState, useSyncExternalStore } from 'react';
import { useTranslate } from 'react-admin';
import { logIn, logOut } from '../data/account.ts';
import { isExpired, settleExpired, subscribeExpired } from '../data/expired.ts';
import { useSession } from '../data/index.ts';
import { PasswordBox } from './PasswordBox.tsx';
import { Refusal } from './Refusal.tsx';
import { useSubmit } from './use-submit.ts';

const leave = async () => {
  settleExpired('giveUp');
  await logOut();
};

const AskPassword = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const [password, setPassword] = useState('');
  const { busy, refusal, onSubmit } = useSubmit(async () => {
    await logIn(user.account, password);
    settleExpired('resume');
  });
  return (
    <form onSubmit={onSubmit}>
      <DialogTitle id="again-title">{translate('account.again.title')}</DialogTitle>
      <DialogContent>
        <Typography>{translate('account.again.text')}</Typography>
        <Typography sx={{ mt: 1.5, fontWeight: 700 }}>
          {user.name}（{user.account}）
        </Typography>
        <PasswordBox
          label={translate('account.password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          autoFocus
        />
        <Refusal text={refusal} />
      </DialogContent>
      <DialogActions>
        <Button onClick={() => void leave()}>{translate('account.again.other')}</Button>
        <Button type="submit" variant="contained" disabled={busy}>
          {translate('account.again.submit')}
        </Button>
      </DialogActions>
    </form>
  );
};

/** Stands over the untouched page when the session has expired; what was being done goes on after it. */
export const ReLogIn = () => {
  const open = useSyncExternalStore(subscribeExpired, isExpired);
  return (
    <Dialog open={open} maxWidth="xs" fullWidth aria-labelledby="again-title">
      {open ? <AskPassword /> : null}
    </Dialog>
  );
};
