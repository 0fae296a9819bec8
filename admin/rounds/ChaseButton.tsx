import BellIcon from '@mui/icons-material/NotificationsActiveOutlined';
import Button from '@mui/material/Button';
import { useNotify, useTranslate } from 'react-admin';
import type { Round } from '../../sync/model/index.ts';
import { mayUse, useSession, useVerb } from '../data/index.ts';

/** Reminds whoever still owes a report of the round, with one click. */
export const ChaseButton = ({ round, unfinished }: { readonly round: Round; readonly unfinished: number }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const { user } = useSession();
  const { mutate, isPending } = useVerb<{ readonly chased: number }>('rounds', ({ chased }) =>
    notify(chased === 0 ? 'rounds.nobodyToChase' : 'rounds.chased', {
      type: 'success',
      messageArgs: { count: chased },
    }),
  );
  if (
    round.agencyId !== user.agencyId ||
    round.state !== 'open' ||
    unfinished === 0 ||
    !mayUse(user.role, 'rounds', 'chase')
  )
    return null;
  return (
    <Button
      variant="contained"
      startIcon={<BellIcon />}
      disabled={isPending}
      onClick={() => mutate({ id: round.id, verb: 'chase', body: {} })}
    >
      {translate('rounds.chase', { count: unfinished })}
    </Button>
  );
};
