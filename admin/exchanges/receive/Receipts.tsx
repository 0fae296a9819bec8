import AlreadyIcon from '@mui/icons-material/ContentCopyOutlined';
import RefusedIcon from '@mui/icons-material/ErrorOutlineOutlined';
import UnknownIcon from '@mui/icons-material/HelpOutlineOutlined';
import WaitIcon from '@mui/icons-material/HourglassEmptyOutlined';
import ReceivedIcon from '@mui/icons-material/TaskOutlined';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { say } from '../../../sync/model/index.ts';
import { Chip } from '../../fields/index.ts';
import { FileOutcomes } from '../../pages/FileOutcomes.tsx';
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
  return (
    <FileOutcomes
      files={receipts.map(receipt => {
        const kind = receipt.outcome?.kind ?? 'coming';
        return {
          key: receipt.key,
          name: receipt.name,
          state: <Chip {...looks[kind]} word={translate(`exchange.receive.${kind}`)} />,
          told: <Told receipt={receipt} />,
        };
      })}
    />
  );
};
