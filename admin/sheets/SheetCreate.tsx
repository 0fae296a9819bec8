import PublishIcon from '@mui/icons-material/CloudUploadOutlined';
import AccountsIcon from '@mui/icons-material/ManageAccountsOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Title, useGetList, useNotify, useTranslate } from 'react-admin';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { type Round, type SheetAccount, sheetConnection, sheetModes, sheetTabbings } from '../../sync/model/index.ts';
import { request, useSession } from '../data/index.ts';
import { Message, PageSkeleton } from '../layout/index.ts';
import { folderIdOf } from './folder.ts';
import { intervalChoices } from './intervals.ts';

interface Wish {
  readonly roundId: string;
  readonly accountId: string;
  readonly tabbing: (typeof sheetTabbings)[number];
  readonly folderId: string;
  readonly mode: (typeof sheetModes)[number];
  readonly everyMinutes: number;
}

const Inputs = ({
  rounds,
  accounts,
}: {
  readonly rounds: readonly Round[];
  readonly accounts: readonly SheetAccount[];
}) => {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [search] = useSearchParams();
  const [wish, setWish] = useState<Wish>({
    roundId: rounds.find(({ id }) => id === search.get('round'))?.id ?? rounds[0]?.id ?? '',
    accountId: accounts[0]?.id ?? '',
    tabbing: 'unit',
    folderId: '',
    mode: 'preview',
    everyMinutes: 0,
  });
  const set = (more: Partial<Wish>) => setWish(before => ({ ...before, ...more }));
  const account = accounts.find(({ id }) => id === wish.accountId);
  const needsFolder = account?.kind === 'serviceAccount';
  const publish = useMutation({
    mutationFn: async () => {
      const folderId = folderIdOf(wish.folderId);
      const json = { ...wish, folderId, everyMinutes: wish.everyMinutes === 0 ? null : wish.everyMinutes };
      return sheetConnection.parse((await request('/api/sheets', { method: 'POST', json })).json);
    },
    onSuccess: sheet => {
      void queries.invalidateQueries();
      navigate(`/sheets/${sheet.id}/show`);
    },
    onError: (error: Error) => notify(error.message, { type: 'error' }),
  });
  const field = (name: string) => ({
    label: translate(`resources.sheets.fields.${name}`),
    helperText: translate(`sheets.help.${name}`),
    sx: { mb: 1 },
  });
  return (
    <Card sx={{ maxWidth: 760 }}>
      <CardContent>
        <TextField select {...field('roundId')} value={wish.roundId} onChange={e => set({ roundId: e.target.value })}>
          {rounds.map(round => (
            <MenuItem key={round.id} value={round.id}>
              {round.title}　{translate(`states.round.${round.state}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          {...field('accountId')}
          value={wish.accountId}
          onChange={e => set({ accountId: e.target.value })}
        >
          {accounts.map(({ id, name, kind }) => (
            <MenuItem key={id} value={id}>
              {name}　{translate(`sheets.accounts.kind.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          {...field('folderId')}
          helperText={translate(needsFolder ? 'sheets.help.folderIdNeeded' : 'sheets.help.folderId')}
          required={needsFolder}
          value={wish.folderId}
          onChange={e => set({ folderId: e.target.value })}
        />
        <TextField
          select
          {...field('tabbing')}
          value={wish.tabbing}
          onChange={e => set({ tabbing: sheetTabbings.find(id => id === e.target.value) ?? 'unit' })}
        >
          {sheetTabbings.map(id => (
            <MenuItem key={id} value={id}>
              {translate(`sheets.tabbing.${id}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          {...field('mode')}
          value={wish.mode}
          onChange={e => set({ mode: sheetModes.find(id => id === e.target.value) ?? 'preview' })}
        >
          {sheetModes.map(id => (
            <MenuItem key={id} value={id}>
              {translate(`sheets.mode.${id}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          {...field('everyMinutes')}
          value={wish.everyMinutes}
          onChange={e => set({ everyMinutes: Number(e.target.value) })}
        >
          {intervalChoices(translate).map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('sheets.leavesHouse')}
        </Alert>
        <Button
          variant="contained"
          startIcon={<PublishIcon />}
          disabled={publish.isPending || (needsFolder && wish.folderId.trim() === '')}
          onClick={() => publish.mutate()}
        >
          {translate(publish.isPending ? 'sheets.publishing' : 'sheets.publish')}
        </Button>
      </CardContent>
    </Card>
  );
};

/** Choose a round and an account, and publish. */
export const SheetCreate = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const { data: rounds } = useGetList<Round>('rounds', {
    filter: { agencyId: user.agencyId, state: 'open' },
    sort: { field: 'dueDate', order: 'DESC' },
    pagination: { page: 1, perPage: 200 },
  });
  const { data: accounts } = useGetList<SheetAccount>('sheetAccounts', {
    filter: { state: 'ok' },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: 50 },
  });
  return (
    <>
      <Title title={translate('sheets.publishTitle')} />
      {!rounds || !accounts ? (
        <PageSkeleton />
      ) : rounds.length === 0 || accounts.length === 0 ? (
        <Card>
          <Message
            icon={AccountsIcon}
            title={translate(accounts.length === 0 ? 'sheets.noAccount' : 'forms.noRounds')}
            actions={
              <Button component={Link} to={accounts.length === 0 ? '/sheetAccounts' : '/rounds'} variant="contained">
                {translate(accounts.length === 0 ? 'sheets.accounts.connect' : 'forms.toRounds')}
              </Button>
            }
          >
            {translate(accounts.length === 0 ? 'sheets.noAccountText' : 'sheets.noRoundText')}
          </Message>
        </Card>
      ) : (
        <Inputs rounds={rounds} accounts={accounts} />
      )}
    </>
  );
};

export default SheetCreate;
