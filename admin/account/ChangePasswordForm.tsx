import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { changePassword } from '../data/account.ts';
import { NewPasswordBoxes } from './NewPasswordBoxes.tsx';
import { blankPassword, passwordProblem } from './new-password.ts';
import { PasswordBox } from './PasswordBox.tsx';
import { Refusal } from './Refusal.tsx';
import { useSubmit } from './use-submit.ts';

/** The present password and a new one. `onDone` is called once the server took it. */
export const ChangePasswordForm = ({ onDone }: { readonly onDone: () => void }) => {
  const translate = useTranslate();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState(blankPassword);
  const [tried, setTried] = useState(false);
  const { busy, refusal, onSubmit } = useSubmit(async () => {
    setTried(true);
    if (passwordProblem(password)) return;
    await changePassword(current, password.first);
    onDone();
  });
  return (
    <form onSubmit={onSubmit}>
      <PasswordBox
        label={translate('account.currentPassword')}
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        autoFocus
      />
      <NewPasswordBoxes value={password} onChange={setPassword} tried={tried} />
      <Refusal text={refusal} />
      <Button type="submit" variant="contained" size="large" disabled={busy} sx={{ mt: 2 }}>
        {translate('account.change.submit')}
      </Button>
    </form>
  );
};
