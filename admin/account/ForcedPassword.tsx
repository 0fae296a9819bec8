import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { logOut } from '../data/account.ts';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';
import { GateSheet } from './GateSheet.tsx';

/** A first or reset password opens nothing but this page. */
export const ForcedPassword = () => {
  const translate = useTranslate();
  return (
    <GateSheet title={translate('account.change.forced')} text={translate('account.change.forcedText')}>
      <ChangePasswordForm onDone={() => undefined} />
      <Button onClick={() => void logOut()} sx={{ mt: 1 }}>
        {translate('shell.logOut')}
      </Button>
    </GateSheet>
  );
};
