import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import type { Collection } from '../../../sync/model/index.ts';
import { ListStep } from './ListStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { useAddresses } from './use-addresses.ts';

interface Props {
  readonly collection: Collection;
  readonly onClose: () => void;
}

/** Where the forms are mailed to, for many agencies at once: a list is given, what it changes is looked at, and then it is set. */
export const AddressesDialog = ({ collection, onClose }: Props) => {
  const translate = useTranslate();
  const id = useId();
  const { text, setText, preview, look, back, apply, busy, problem } = useAddresses(collection.id, onClose);
  const count = preview?.changes.length ?? 0;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={id}>
      <DialogTitle id={id}>{translate('collection.addresses.title')}</DialogTitle>
      <DialogContent>
        {preview ? (
          <PreviewStep preview={preview} collectionId={collection.id} problem={problem} />
        ) : (
          <ListStep text={text} onText={setText} onRecords={() => void look(undefined)} busy={busy} problem={problem} />
        )}
      </DialogContent>
      <DialogActions>
        {preview ? <Button onClick={back}>{translate('collection.addresses.back')}</Button> : null}
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        {preview ? (
          <Button variant="contained" disabled={busy || count === 0} onClick={() => void apply(preview.changes)}>
            {translate('collection.addresses.verb', { smart_count: count })}
          </Button>
        ) : (
          <Button variant="contained" disabled={busy || text.trim() === ''} onClick={() => void look(text)}>
            {translate('collection.addresses.look')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
};
