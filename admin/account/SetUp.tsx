import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { setUp } from '../data/account.ts';
import { GateSheet } from './GateSheet.tsx';
import { NewPasswordBoxes } from './NewPasswordBoxes.tsx';
import { blankPassword, passwordProblem } from './new-password.ts';
import { Refusal } from './Refusal.tsx';
import { useSubmit } from './use-submit.ts';

const blank = { agencyName: '', name: '', account: '' };

/** First start: the office and its first administrator, by the one-time link of the terminal. */
export const SetUp = ({ token }: { readonly token: string }) => {
  const translate = useTranslate();
  const [given, setGiven] = useState(blank);
  const [password, setPassword] = useState(blankPassword);
  const [tried, setTried] = useState(false);
  const { busy, refusal, onSubmit } = useSubmit(async () => {
    setTried(true);
    if (!passwordProblem(password)) await setUp({ token, ...given, password: password.first });
  });
  const text = (key: keyof typeof blank, label: string, input: object, hint?: string) => (
    <TextField
      label={translate(label)}
      value={given[key]}
      onChange={event => setGiven({ ...given, [key]: event.target.value })}
      helperText={hint}
      slotProps={{ htmlInput: { required: true, ...input } }}
    />
  );
  if (token === '')
    return (
      <GateSheet title={translate('account.setup.title')}>
        <Alert severity="info" sx={{ mt: 2 }}>
          {translate('account.setup.noToken')}
        </Alert>
      </GateSheet>
    );
  return (
    <GateSheet title={translate('account.setup.title')} text={translate('account.setup.text')}>
      <form onSubmit={onSubmit}>
        {text('agencyName', 'account.setup.agencyName', { autoComplete: 'organization', autoFocus: true })}
        {text('name', 'account.setup.name', { autoComplete: 'name' })}
        {text(
          'account',
          'account.account',
          { autoComplete: 'username', autoCapitalize: 'none', spellCheck: false },
          translate('account.setup.accountHelp'),
        )}
        <NewPasswordBoxes value={password} onChange={setPassword} tried={tried} />
        <Refusal text={refusal} />
        <Button type="submit" variant="contained" size="large" fullWidth disabled={busy} sx={{ mt: 2 }}>
          {translate('account.setup.submit')}
        </Button>
      </form>
    </GateSheet>
  );
};
