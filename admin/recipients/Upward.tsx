import FillIcon from '@mui/icons-material/DriveFileMoveOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Collection, Recipient } from '../../sync/model/index.ts';
import { requestFile, save, useSession } from '../data/index.ts';
import { Failed } from '../pages/Failed.tsx';

const mostOffered = 200;

interface Props {
  readonly recipient: Recipient;
  readonly onClose: () => void;
}

/** Which of our own collections is reported upward, and the form that is made of it. */
const UpwardDialog = ({ recipient, onClose }: Props) => {
  const translate = useTranslate();
  const id = useId();
  const { user } = useSession();
  const [picked, setPicked] = useState('');
  const {
    data: all,
    error,
    refetch,
  } = useGetList<Collection>('collections', {
    filter: { agencyId: user.agencyId, state: ['open', 'closed'] },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: mostOffered },
  });
  const none = all?.length === 0;
  // Where there is but one, there is nothing to choose.
  const chosen = picked || (all?.length === 1 ? String(all[0]!.id) : '');
  const make = useMutation({
    mutationFn: async () =>
      save(
        await requestFile(
          `/api/recipients/${encodeURIComponent(recipient.id)}/upward?${new URLSearchParams({ collectionId: chosen })}`,
        ),
        recipient.fileName ?? '',
      ),
    onSuccess: onClose,
  });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id}>{translate('recipient.upward.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 2 }}>
          {translate(none ? 'recipient.upward.none' : 'recipient.upward.text')}
        </DialogContentText>
        {all && all.length > 0 ? (
          <TextField
            select
            fullWidth
            required
            label={translate('recipient.upward.from')}
            value={chosen}
            onChange={event => {
              make.reset();
              setPicked(event.target.value);
            }}
          >
            {all.map(collection => (
              <MenuItem key={collection.id} value={collection.id} sx={{ whiteSpace: 'normal' }}>
                {collection.name}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
        {error && !all ? <Failed error={error} onAgain={() => void refetch()} /> : null}
        {make.error ? (
          <Alert severity="warning" sx={{ mt: 2 }}>
            {translate(make.error.message, { _: make.error.message })}
          </Alert>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        {none ? (
          <Button component={Link} variant="contained" to="/collections/create">
            {translate('collection.create.title')}
          </Button>
        ) : (
          <Button variant="contained" disabled={chosen === '' || make.isPending} onClick={() => make.mutate()}>
            {translate(make.isPending ? 'recipient.upward.making' : 'recipient.upward.make')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
};

/** A bureau that is asked itself answers with what its own agencies said. */
export const Upward = ({ recipient }: { readonly recipient: Recipient }) => {
  const translate = useTranslate();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="outlined" startIcon={<FillIcon />} onClick={() => setAsking(true)}>
        {translate('recipient.upward.open')}
      </Button>
      {asking ? <UpwardDialog recipient={recipient} onClose={() => setAsking(false)} /> : null}
    </>
  );
};
