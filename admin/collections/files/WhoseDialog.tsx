import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import type { CollectionFile } from '../../../sync/model/index.ts';
import { PageSkeleton } from '../../layout/index.ts';
import { Failed } from '../../pages/Failed.tsx';
import { useFile } from './use-file.ts';
import { Whose } from './Whose.tsx';

interface Props {
  readonly file: CollectionFile;
  /** How many files wait for somebody to say whose they are, this one among them. */
  readonly left: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Says whose a file is, and goes on to the next that nobody knows. */
export const WhoseDialog = ({ file, left, onClose, onDone }: Props) => {
  const translate = useTranslate();
  const id = useId();
  const { data, error, refetch } = useFile(file.id);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id} sx={{ overflowWrap: 'anywhere' }}>
        {translate('collection.whose.title', { name: file.fileName })}
      </DialogTitle>
      <DialogContent>
        {error && !data ? <Failed error={error} onAgain={() => void refetch()} /> : null}
        {data ? <Whose file={data} onDone={onDone} /> : error ? null : <PageSkeleton />}
      </DialogContent>
      <DialogActions>
        {left > 1 ? <span>{translate('collection.whose.left', { smart_count: left })}</span> : null}
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
