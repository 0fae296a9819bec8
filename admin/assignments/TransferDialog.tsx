import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useGetList, useNotify, useTranslate } from 'react-admin';
import { type Assignment, sectionRoles, type User } from '../../sync/model/index.ts';
import { useSession, useVerb } from '../data/index.ts';
import { useUnitsOf } from '../plan-tree/index.ts';
import { PersonBox, usePeople } from './PersonBox.tsx';

/** How many assignments an officer still has in hand. */
function useInHand(officerId: string | null): number | undefined {
  const { total } = useGetList<Assignment>(
    'assignments',
    {
      filter: { officerId, state: ['open', 'releaseRequested'] },
      pagination: { page: 1, perPage: 1 },
      sort: { field: 'id', order: 'ASC' },
    },
    { enabled: officerId !== null },
  );
  return officerId === null ? undefined : total;
}

/** Everything that one officer has in hand goes to another of the same unit. */
export const TransferDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { user } = useSession();
  const [fromId, setFromId] = useState<string | null>(null);
  const [toId, setToId] = useState<string | null>(null);
  const { units } = useUnitsOf(user.agencyId);
  const own = sectionRoles.includes(user.role) ? { unitId: user.unitId } : {};
  const people = usePeople({ agencyId: user.agencyId, ...own });
  const from = people.find(person => person.id === fromId);
  const successors = people.filter(
    person => !person.disabled && person.id !== fromId && from !== undefined && person.unitId === from.unitId,
  );
  const inHand = useInHand(fromId);
  const { mutate, isPending } = useVerb<{ readonly transferred: number }>('assignments', ({ transferred }) => {
    notify('assignments.move.done', { type: 'success', messageArgs: { count: transferred } });
    onClose();
  });
  const nameWithUnit = (person: User) =>
    [person.name, units.find(unit => unit.id === person.unitId)?.name].filter(Boolean).join('　');
  const word = (key: string, params = {}) => translate(`assignments.move.${key}`, params);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="transfer-title">
      <DialogTitle id="transfer-title">{word('title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 1 }}>{word('text')}</DialogContentText>
        <PersonBox
          autoFocus
          label={word('from')}
          people={people.filter(person => person.unitId !== null)}
          value={fromId}
          onChange={id => {
            setFromId(id);
            setToId(null);
          }}
          describe={nameWithUnit}
        />
        <Box role="status" sx={{ minHeight: '1.8em' }}>
          {inHand === undefined ? '' : inHand === 0 ? word('none') : word('count', { count: inHand })}
        </Box>
        <PersonBox
          label={word('to')}
          placeholder={word('nobody')}
          people={successors}
          value={toId}
          onChange={setToId}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button
          variant="contained"
          disabled={isPending || !inHand}
          onClick={() => mutate({ id: null, verb: 'transfer', body: { fromOfficerId: fromId, toOfficerId: toId } })}
        >
          {word('go', { count: inHand ?? 0 })}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
