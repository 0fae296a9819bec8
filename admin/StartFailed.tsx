import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { Frame } from './account/Frame.tsx';
import { GateSheet } from './account/GateSheet.tsx';
import { account } from './words/account.ts';
import { i18nOf } from './words/i18n.ts';
import { shell } from './words/shell.ts';

const Told = ({ onAgain }: { readonly onAgain: () => void }) => {
  const translate = useTranslate();
  return (
    <GateSheet title={translate('shell.error.startTitle')} text={translate('shell.error.startText')}>
      <Button variant="contained" onClick={onAgain} sx={{ mt: 1 }}>
        {translate('shell.tryAgain')}
      </Button>
    </GateSheet>
  );
};

/** The server did not answer the very first question. */
export const StartFailed = ({ onAgain }: { readonly onAgain: () => void }) => {
  const i18n = useMemo(() => i18nOf([shell, account]), []);
  return (
    <Frame i18n={i18n}>
      <Told onAgain={onAgain} />
    </Frame>
  );
};
