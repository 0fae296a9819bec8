import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useMemo, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { Collection } from '../../sync/model/index.ts';
import { useVerb } from '../data/index.ts';
import { AgencyChoice } from './AgencyChoice.tsx';
import { useAgenciesBelow } from './use-agencies-below.ts';
import { useRecipients } from './use-collection.ts';

interface Props {
  readonly collection: Collection;
  readonly onClose: () => void;
}

/** Agencies below that are not asked yet. */
export const AddAgencies = ({ collection, onClose }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const id = useId();
  const { agencies } = useAgenciesBelow();
  const { data: recipients } = useRecipients(collection.id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const left = useMemo(() => {
    const asked = new Set(recipients?.map(({ agencyId }) => agencyId));
    return agencies.filter(agency => !asked.has(agency.id));
  }, [agencies, recipients]);
  const { mutate, isPending } = useVerb<unknown>('collections', () => {
    notify('collection.add.done', { type: 'success', messageArgs: { smart_count: chosen.size } });
    onClose();
  });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id}>{translate('collection.add.title')}</DialogTitle>
      <DialogContent>
        {left.length === 0 && recipients ? (
          <p>{translate('collection.add.none')}</p>
        ) : (
          <AgencyChoice agencies={left} chosen={chosen} onChoose={setChosen} />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={isPending || chosen.size === 0}
          onClick={() => mutate({ id: collection.id, verb: 'recipients', body: { agencyIds: [...chosen] } })}
        >
          {translate('collection.add.verb', { smart_count: chosen.size })}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
