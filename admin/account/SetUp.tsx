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
  const text = (key: keyof typeof blank, label: string, rest: object = {}) => (
    <TextField
      label={translate(label)}
      value={given[key]}
      onChange={event => setGiven({ ...given, [key]: event.target.value })}
      required
      {...rest}
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
  const plain = { inputLabel: { required: false } };
  return (
    <GateSheet title={translate('account.setup.title')} text={translate('account.setup.text')}>
      <form onSubmit={onSubmit}>
        {text('agencyName', 'account.setup.agencyName', {
          autoFocus: true,
          autoComplete: 'organization',
          slotProps: plain,
        })}
        {text('name', 'account.setup.name', { autoComplete: 'name', slotProps: plain })}
        {text('account', 'account.account', {
          autoComplete: 'username',
          helperText: translate('account.setup.accountHelp'),
          slotProps: { ...plain, htmlInput: { autoCapitalize: 'none', spellCheck: false } },
        })}
        <NewPasswordBoxes value={password} onChange={setPassword} tried={tried} />
        <Refusal text={refusal} />
        <Button type="submit" variant="contained" size="large" fullWidth disabled={busy} sx={{ mt: 2 }}>
          {translate('account.setup.submit')}
        </Button>
      </form>
    </GateSheet>
  );
};
