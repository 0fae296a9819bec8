import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useGetOne, useTranslate } from 'react-admin';
import type { ExchangeDetail, Form, Round, User } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';
import { sizeText } from '../evidence/format.ts';
import { RocDate, StateChip } from '../fields/index.ts';
import { pathOfExchange } from './use-exchange.ts';

interface FactProps {
  readonly label: string;
  /** In a line of its own. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

const Fact = ({ label, wide = false, children }: FactProps) => (
  <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', ...(wide ? { flexBasis: '100%' } : {}) }}>
    <Box component="dt" sx={{ color: 'text.secondary', flex: 'none' }}>
      {label}
    </Box>
    <Box
      component="dd"
      sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere', display: 'flex', gap: 0.75, alignItems: 'center' }}
    >
      {children}
    </Box>
  </Box>
);

/** The round that the form was issued for; a file that belongs to none has none. */
const useRound = (roundId: string | null) =>
  useQuery({
    queryKey: ['rounds', 'title', roundId],
    queryFn: async () => (await request(`/api/rounds/${encodeURIComponent(roundId ?? '')}`)).json as Round,
    enabled: roundId !== null,
    staleTime: 60_000,
  }).data;

interface Props {
  readonly exchange: ExchangeDetail;
  /** The verbs that may be used now. */
  readonly children?: ReactNode;
}

/** Whose file this is, in what state, and the file itself as it came. */
export const ExchangeHead = ({ exchange, children }: Props) => {
  const translate = useTranslate();
  const round = useRound(exchange.roundId);
  const { data: form } = useGetOne<Form>('forms', { id: exchange.formId ?? '' }, { enabled: exchange.formId !== null });
  const { data: receiver } = useGetOne<User>('users', { id: exchange.receivedBy });
  return (
    <Card sx={{ px: 2, py: 1.5, mb: 2, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3.5, rowGap: 0.25, flex: '1 1 480px' }}
      >
        <Fact label={translate('resources.exchanges.fields.state')}>
          <StateChip machine="exchange" state={exchange.state} />
        </Fact>
        {round ? <Fact label={translate('resources.exchanges.fields.roundId')}>{round.title}</Fact> : null}
        <Fact label={translate('resources.exchanges.fields.createdAt')}>
          <RocDate value={exchange.createdAt} /> {receiver?.name ?? ''}
        </Fact>
        {exchange.appliedAt ? (
          <Fact label={translate('resources.exchanges.fields.appliedAt')}>
            <RocDate value={exchange.appliedAt} />
          </Fact>
        ) : null}
        {exchange.undoneAt ? (
          <Fact label={translate('resources.exchanges.fields.undoneAt')}>
            <RocDate value={exchange.undoneAt} />
          </Fact>
        ) : null}
        <Fact label={translate('resources.exchanges.fields.size')}>{sizeText(exchange.size)}</Fact>
        {form ? (
          <Fact wide label={translate('resources.exchanges.fields.formId')}>
            {form.name}
          </Fact>
        ) : null}
      </Box>
      <Box className="no-print" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button
          component="a"
          href={`${pathOfExchange(exchange.id)}/file`}
          download={exchange.fileName}
          startIcon={<DownloadIcon />}
        >
          {translate('exchange.downloadOriginal')}
        </Button>
        {children}
      </Box>
    </Card>
  );
};
