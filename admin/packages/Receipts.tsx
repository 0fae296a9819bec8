import AlreadyIcon from '@mui/icons-material/ContentCopyOutlined';
import RefusedIcon from '@mui/icons-material/ErrorOutlineOutlined';
import WaitIcon from '@mui/icons-material/HourglassEmptyOutlined';
import ReceivedIcon from '@mui/icons-material/TaskOutlined';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { say } from '../../sync/model/index.ts';
import { Chip } from '../fields/index.ts';
import { FileOutcomes } from '../pages/FileOutcomes.tsx';
import { asLocale } from '../words/i18n.ts';
import type { Receipt } from './use-receiving.ts';

const looks = {
  received: { icon: ReceivedIcon, tone: 'good' },
  already: { icon: AlreadyIcon, tone: 'watch' },
  refused: { icon: RefusedIcon, tone: 'bad' },
  failed: { icon: RefusedIcon, tone: 'bad' },
  coming: { icon: WaitIcon, tone: 'note' },
} as const;

const wordOf = (kind: keyof typeof looks): string => `packages.receive.${kind === 'failed' ? 'refused' : kind}`;

const Told = ({ receipt: { outcome, share } }: { readonly receipt: Receipt }) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  if (!outcome)
    return (
      <LinearProgress
        aria-label={translate('packages.receive.coming')}
        variant={share < 1 ? 'determinate' : 'indeterminate'}
        value={share * 100}
        sx={{ my: 1 }}
      />
    );
  if (outcome.kind === 'failed') return <p>{translate(outcome.message, { _: outcome.message })}</p>;
  const { kind, packet } = outcome;
  return (
    <p>
      {kind === 'refused' && packet.problem
        ? say(packet.problem.code, asLocale(locale), packet.problem.params)
        : translate(`packages.receive.text.${kind}`, { state: translate(`states.package.${packet.state}`) })}{' '}
      <Link component={RouterLink} to={`/packages/${packet.id}/show`} sx={{ fontWeight: 600 }}>
        {translate(`packages.receive.open.${kind}`)}
      </Link>
    </p>
  );
};

/** What became of each package that was just dropped. */
export const Receipts = ({ receipts }: { readonly receipts: readonly Receipt[] }) => {
  const translate = useTranslate();
  return (
    <FileOutcomes
      files={receipts.map(receipt => {
        const kind = receipt.outcome?.kind ?? 'coming';
        return {
          key: receipt.key,
          name: receipt.name,
          state: <Chip {...looks[kind]} word={translate(wordOf(kind))} />,
          told: <Told receipt={receipt} />,
        };
      })}
    />
  );
};
