import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useGetList, useNotify, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { type Collection, type RecipientSheet, type SheetAccount, sheetsHandedOut } from '../../../sync/model/index.ts';
import { useVerb } from '../../data/index.ts';
import { rocText } from '../../fields/index.ts';
import { folderIdOf } from '../../sheets/folder.ts';
import type { Line } from '../roster/roster.ts';

interface Props {
  readonly collection: Collection;
  readonly lines: readonly Line[];
  /** Nobody is marked: it is for the whole collection. */
  readonly all: boolean;
  readonly onClose: () => void;
}

interface Known extends Props {
  readonly accounts: readonly SheetAccount[];
  /** What was chosen the last time. */
  readonly last: RecipientSheet | undefined;
}

const Inputs = ({ collection, lines, all, accounts, last, onClose }: Known) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [accountId, setAccountId] = useState(accounts.find(({ id }) => id === last?.accountId)?.id ?? accounts[0]!.id);
  const [folder, setFolder] = useState(last?.folderId ?? '');
  const [share, setShare] = useState(true);
  const { mutate, isPending } = useVerb<unknown>('collections', answer => {
    const { queued } = sheetsHandedOut.parse(answer);
    notify('online.queued', { type: 'success', messageArgs: { smart_count: queued } });
    onClose();
  });
  const needsFolder = accounts.find(({ id }) => id === accountId)?.kind === 'serviceAccount';
  const without = lines.filter(({ recipient }) => recipient.mailTo === null).length;
  const body = {
    accountId,
    folderId: folderIdOf(folder),
    share,
    ...(all ? {} : { recipientIds: lines.map(({ recipient }) => recipient.id) }),
  };
  return (
    <>
      <DialogContent>
        <TextField
          select
          label={translate('resources.sheets.fields.accountId')}
          value={accountId}
          onChange={event => setAccountId(event.target.value)}
          sx={{ mt: 1, mb: 1 }}
        >
          {accounts.map(({ id, name, kind }) => (
            <MenuItem key={id} value={id}>
              {name}　{translate(`sheets.accounts.kind.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={translate('resources.sheets.fields.folderId')}
          helperText={translate(needsFolder ? 'sheets.help.folderIdNeeded' : 'sheets.help.folderId')}
          required={needsFolder}
          value={folder}
          onChange={event => setFolder(event.target.value)}
          sx={{ mb: 1 }}
        />
        <FormControlLabel
          control={<Checkbox checked={share} onChange={(_, on) => setShare(on)} />}
          label={translate('online.share')}
        />
        {share && without > 0 ? <p>{translate('online.without', { smart_count: without })}</p> : null}
        <Alert severity="info" sx={{ mt: 1 }}>
          {translate('online.rule', { due: rocText(collection.dueDate) })}
        </Alert>
        <Alert severity="warning" variant="outlined" sx={{ mt: 1 }}>
          {translate('online.leavesHouse')}
        </Alert>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={isPending || (needsFolder && folder.trim() === '')}
          onClick={() => mutate({ id: collection.id, verb: 'handOutSheets', body })}
        >
          {translate('online.verb')}
        </Button>
      </DialogActions>
    </>
  );
};

/** Under which account and where the workbooks become spreadsheets, and when they are taken back. */
export const HandOutDialog = (props: Props) => {
  const translate = useTranslate();
  const titleId = useId();
  const { data: accounts } = useGetList<SheetAccount>('sheetAccounts', {
    filter: { state: 'ok' },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: 50 },
  });
  const { data: before } = useGetList<RecipientSheet>('recipientSheets', {
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: 1 },
  });
  return (
    <Dialog open onClose={props.onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('online.title', { smart_count: props.lines.length })}</DialogTitle>
      {accounts && before ? (
        accounts.length > 0 ? (
          <Inputs {...props} accounts={accounts} last={before[0]} />
        ) : (
          <>
            <DialogContent>{translate('online.noAccount')}</DialogContent>
            <DialogActions>
              <Button onClick={props.onClose}>{translate('ra.action.cancel')}</Button>
              <Button component={Link} to="/sheetAccounts" variant="contained">
                {translate('sheets.accounts.connect')}
              </Button>
            </DialogActions>
          </>
        )
      ) : null}
    </Dialog>
  );
};

export default HandOutDialog;
