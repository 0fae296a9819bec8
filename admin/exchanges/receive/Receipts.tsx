import AlreadyIcon from '@mui/icons-material/ContentCopyOutlined';
import RefusedIcon from '@mui/icons-material/ErrorOutlineOutlined';
import UnknownIcon from '@mui/icons-material/HelpOutlineOutlined';
import WaitIcon from '@mui/icons-material/HourglassEmptyOutlined';
import ReceivedIcon from '@mui/icons-material/TaskOutlined';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { say } from '../../../sync/model/index.ts';
import { Chip } from '../../fields/index.ts';
import { asLocale } from '../../words/i18n.ts';
import type { Receipt } from './use-receiving.ts';

const looks = {
  received: { icon: ReceivedIcon, tone: 'good' },
  already: { icon: AlreadyIcon, tone: 'watch' },
  unknown: { icon: UnknownIcon, tone: 'watch' },
  unreadable: { icon: RefusedIcon, tone: 'bad' },
  refused: { icon: RefusedIcon, tone: 'bad' },
  coming: { icon: WaitIcon, tone: 'note' },
} as const;

const Told = ({ receipt: { outcome, share } }: { readonly receipt: Receipt }) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  if (!outcome)
    return (
      <LinearProgress
        aria-label={translate('exchange.receive.coming')}
        variant={share < 1 ? 'determinate' : 'indeterminate'}
        value={share * 100}
        sx={{ my: 1 }}
      />
    );
  if (outcome.kind === 'refused') return <p>{translate(outcome.message, { _: outcome.message })}</p>;
  const { exchange, kind } = outcome;
  const problem = exchange.problem;
  return (
    <p>
      {kind === 'unreadable' && problem
        ? say(problem.code, asLocale(locale), problem.params)
        : translate(`exchange.receive.text.${kind}`, { state: translate(`states.exchange.${exchange.state}`) })}{' '}
      <Link component={RouterLink} to={`/exchanges/${exchange.id}/show`} sx={{ fontWeight: 600 }}>
        {translate(`exchange.receive.open.${kind}`)}
      </Link>
    </p>
  );
};

/** What became of each file that was just dropped. */
export const Receipts = ({ receipts }: { readonly receipts: readonly Receipt[] }) => {
  const translate = useTranslate();
  if (receipts.length === 0) return null;
  return (
    <Box role="status">
      <Card component="ul" sx={{ listStyle: 'none', m: 0, mb: 2, p: 0 }}>
        {receipts.map(receipt => {
          const kind = receipt.outcome?.kind ?? 'coming';
          return (
            <Box
              component="li"
              key={receipt.key}
              sx={{
                px: 2,
                py: 1,
                borderTop: 1,
                borderColor: 'divider',
                '&:first-of-type': { border: 0 },
                '& p': { m: 0 },
              }}
            >
              <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
                <Box component="b" sx={{ overflowWrap: 'anywhere' }}>
                  {receipt.name}
                </Box>
                <Chip {...looks[kind]} word={translate(`exchange.receive.${kind}`)} />
              </Box>
              <Told receipt={receipt} />
            </Box>
          );
        })}
      </Card>
    </Box>
  );
};
