import PreviewIcon from '@mui/icons-material/PreviewOutlined';
import SyncIcon from '@mui/icons-material/SyncOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { type SheetConnection, type SheetPreview, sheetMachine, verbsFrom } from '../../sync/model/index.ts';
import { callVerb, mayUse, useSession, useVerb } from '../data/index.ts';
import { ConfirmDialog } from '../verbs/index.ts';
import { Preview } from './Preview.tsx';

const asked = ['pause', 'resume', 'disconnect'] as const;
type Asked = (typeof asked)[number];

/** Look first, then sync; pause, resume, disconnect. */
export const Actions = ({ sheet }: { readonly sheet: SheetConnection }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { user } = useSession();
  const [asking, setAsking] = useState<Asked | null>(null);
  const sync = useVerb<SheetConnection>('sheets', done => {
    look.reset();
    setAsking(null);
    if (done.state === 'active')
      notify('sheets.synced', { type: 'success', messageArgs: { sent: done.lastSent, taken: done.lastTaken } });
  });
  const move = useVerb<SheetConnection>('sheets', () => setAsking(null));
  const look = useMutation({
    mutationFn: () => callVerb<SheetPreview>('sheets', sheet.id, 'preview'),
    onError: (error: Error) => notify(error.message, { type: 'error' }),
  });
  if (!mayUse(user.role, 'sheets', 'sync')) return null;
  const verbs = verbsFrom(sheetMachine, sheet.state);
  const body = { version: sheet.version };
  const busy = sync.isPending || look.isPending || move.isPending;
  return (
    <>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        <Button
          variant="contained"
          startIcon={<PreviewIcon />}
          disabled={busy || sheet.spreadsheetId === null}
          onClick={() => look.mutate()}
        >
          {translate(look.isPending ? 'sheets.looking' : 'sheets.preview')}
        </Button>
        <Button
          variant="outlined"
          startIcon={<SyncIcon />}
          disabled={busy}
          onClick={() => sync.mutate({ id: sheet.id, verb: 'sync', body })}
        >
          {translate(sync.isPending ? 'sheets.syncing' : 'sheets.sync')}
        </Button>
        <Box sx={{ flexGrow: 1 }} />
        {asked
          .filter(verb => verbs.includes(verb))
          .map(verb => (
            <Button key={verb} disabled={busy} onClick={() => setAsking(verb)}>
              {translate(`verbs.sheet.${verb}`)}
            </Button>
          ))}
      </Box>
      {look.data ? <Preview preview={look.data} /> : null}
      {asking ? (
        <ConfirmDialog
          title={translate(`verbs.sheet.${asking}`)}
          verb={translate(`verbs.sheet.${asking}`)}
          busy={move.isPending}
          onConfirm={() => move.mutate({ id: sheet.id, verb: asking, body })}
          onClose={() => setAsking(null)}
        >
          {translate(`verbText.sheet.${asking}`)}
        </ConfirmDialog>
      ) : null}
    </>
  );
};
