import OpenIcon from '@mui/icons-material/OpenInNewOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { RecipientSheet } from '../../../sync/model/index.ts';
import { mayUse, useSession, useVerb } from '../../data/index.ts';
import { ConfirmDialog } from '../../verbs/index.ts';
import { Standing } from './Standing.tsx';
import { isBusy } from './use-sheets.ts';

/** The spreadsheet of one agency on the roster: where it is, how it stands, and what is done with it. */
export const SheetCell = ({ sheet, name }: { readonly sheet: RecipientSheet; readonly name: string }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { user } = useSession();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useVerb<unknown>('recipientSheets', () => setAsking(false));
  const body = { version: sheet.version };
  const take = () => {
    mutate({ id: sheet.id, verb: 'take', body });
    notify('online.takeAsked', { type: 'info' });
  };
  const mayTake = mayUse(user.role, 'recipientSheets', 'take');
  return (
    <Box sx={{ mt: 0.25 }}>
      <Standing sheet={sheet} />
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'center' }}>
        {sheet.url ? (
          <Link
            href={sheet.url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={translate('online.openOf', { name })}
            sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25 }}
          >
            {translate('online.open')}
            <OpenIcon aria-hidden sx={{ fontSize: '0.9rem' }} />
          </Link>
        ) : null}
        {mayTake && sheet.url && !isBusy(sheet) ? (
          <Link
            component="button"
            type="button"
            disabled={isPending}
            onClick={take}
            aria-label={translate('online.takeOf', { name })}
          >
            {translate('online.take')}
          </Link>
        ) : null}
        {mayUse(user.role, 'recipientSheets', 'disconnect') ? (
          <Link
            component="button"
            type="button"
            onClick={() => setAsking(true)}
            aria-label={translate('online.disconnectOf', { name })}
          >
            {translate('online.disconnect')}
          </Link>
        ) : null}
      </Box>
      {asking ? (
        <ConfirmDialog
          title={translate('online.disconnectTitle', { name })}
          verb={translate('online.disconnect')}
          busy={isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => mutate({ id: sheet.id, verb: 'disconnect', body })}
        >
          <p>{translate('online.disconnectText')}</p>
        </ConfirmDialog>
      ) : null}
    </Box>
  );
};
