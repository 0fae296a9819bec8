import OkIcon from '@mui/icons-material/CheckCircleOutlined';
import BrokenIcon from '@mui/icons-material/LinkOffOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useGetList, useNotify, useTranslate } from 'react-admin';
import type { SheetAccount } from '../../../sync/model/index.ts';
import { request } from '../../data/index.ts';
import { Chip, RocDate } from '../../fields/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { ConfirmDialog } from '../../verbs/index.ts';

const looks = { ok: { icon: OkIcon, tone: 'good' }, revoked: { icon: BrokenIcon, tone: 'bad' } } as const;

/** The accounts that are connected. */
export const Accounts = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState<SheetAccount | null>(null);
  const { data } = useGetList<SheetAccount>('sheetAccounts', {
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: 50 },
  });
  const remove = useMutation({
    mutationFn: (id: string) => request(`/api/sheetAccounts/${id}`, { method: 'DELETE' }),
    onSuccess: () => void queries.invalidateQueries(),
    onError: (error: Error) => notify(error.message, { type: 'error' }),
    onSettled: () => setLeaving(null),
  });
  return (
    <Panel title={translate('sheets.accounts.mine')}>
      {!data ? (
        <Skeleton variant="rounded" height={60} />
      ) : data.length === 0 ? (
        <Typography>{translate('sheets.accounts.none')}</Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {data.map(account => (
            <Box
              component="li"
              key={account.id}
              sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', py: 1 }}
            >
              <Box sx={{ minWidth: 0, overflowWrap: 'anywhere', flexGrow: 1 }}>
                {account.name}
                <Typography
                  variant="body2"
                  sx={{ color: 'text.secondary', display: 'flex', flexWrap: 'wrap', columnGap: 2 }}
                >
                  <span>{translate(`sheets.accounts.kind.${account.kind}`)}</span>
                  <RocDate value={account.createdAt} />
                </Typography>
              </Box>
              <Chip {...looks[account.state]} word={translate(`sheets.accounts.state.${account.state}`)} />
              <Button
                size="small"
                onClick={() => setLeaving(account)}
                aria-label={`${translate('sheets.accounts.remove')} ${account.name}`}
              >
                {translate('sheets.accounts.remove')}
              </Button>
            </Box>
          ))}
        </Box>
      )}
      {leaving ? (
        <ConfirmDialog
          title={translate('sheets.accounts.removeTitle', { name: leaving.name })}
          verb={translate('sheets.accounts.remove')}
          busy={remove.isPending}
          onConfirm={() => remove.mutate(leaving.id)}
          onClose={() => setLeaving(null)}
        >
          {translate('sheets.accounts.removeText')}
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
};
