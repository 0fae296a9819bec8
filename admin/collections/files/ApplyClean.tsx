import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Link from '@mui/material/Link';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type Collection, type CollectionFile, type FilesApplied, filesApplied } from '../../../sync/model/index.ts';
import { useVerb } from '../../data/index.ts';
import { ConfirmDialog } from '../../verbs/index.ts';

interface Props {
  readonly collection: Collection;
  readonly count: number;
  readonly files: readonly CollectionFile[];
  readonly nameOf: (recipientId: string | null) => string;
  readonly onClose: () => void;
}

/** Takes in everything without a doubt at once, and tells what was left and why. */
export const ApplyClean = ({ collection, count, files, nameOf, onClose }: Props) => {
  const translate = useTranslate();
  const titleId = useId();
  const [answer, setAnswer] = useState<FilesApplied | null>(null);
  const { mutate, isPending } = useVerb<unknown>('collections', told => setAnswer(filesApplied.parse(told)));
  if (answer) {
    const byId = new Map(files.map(file => [file.id, file]));
    return (
      <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
        <DialogTitle id={titleId}>{translate('collection.apply.done', { smart_count: answer.applied })}</DialogTitle>
        <DialogContent>
          {answer.left.length === 0 ? (
            <p>{translate('collection.apply.noneLeft')}</p>
          ) : (
            <>
              <p>{translate('collection.apply.left', { smart_count: answer.left.length })}</p>
              <Box component="ul" sx={{ m: 0, pl: 2.5, maxHeight: 320, overflowY: 'auto' }}>
                {answer.left.map(({ id, why }) => {
                  const file = byId.get(id);
                  return (
                    <li key={id}>
                      <Link component={RouterLink} to={`/collectionFiles/${id}/show`}>
                        {file ? nameOf(file.recipientId) || file.fileName : id}
                      </Link>
                      　{translate(`collection.doubt.${why}`)}
                    </li>
                  );
                })}
              </Box>
            </>
          )}
        </DialogContent>
        <DialogActions>
          <Button autoFocus variant="contained" onClick={onClose}>
            {translate('ra.action.close')}
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={translate('collection.apply.title', { smart_count: count })}
      verb={translate('collection.apply.verb')}
      busy={isPending}
      onConfirm={() => mutate({ id: collection.id, verb: 'apply' })}
      onClose={onClose}
    >
      <p>{translate('collection.apply.text')}</p>
    </ConfirmDialog>
  );
};
