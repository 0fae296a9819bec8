import AlreadyIcon from '@mui/icons-material/ContentCopyOutlined';
import RefusedIcon from '@mui/icons-material/ErrorOutlineOutlined';
import UnknownIcon from '@mui/icons-material/HelpOutlineOutlined';
import WaitIcon from '@mui/icons-material/HourglassEmptyOutlined';
import ReceivedIcon from '@mui/icons-material/TaskOutlined';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Sent } from '../data/use-sending.ts';
import { Chip } from '../fields/index.ts';
import { FileOutcomes } from './FileOutcomes.tsx';

const looks = {
  received: { icon: ReceivedIcon, tone: 'good' },
  already: { icon: AlreadyIcon, tone: 'watch' },
  unknown: { icon: UnknownIcon, tone: 'watch' },
  foreign: { icon: UnknownIcon, tone: 'bad' },
  unreadable: { icon: RefusedIcon, tone: 'bad' },
  refused: { icon: RefusedIcon, tone: 'bad' },
  coming: { icon: WaitIcon, tone: 'note' },
} as const;

/** What became of a file, in words, and the page of what was made of it. */
export interface Outcome {
  readonly kind: Exclude<keyof typeof looks, 'coming'>;
  readonly text: string;
  readonly page?: string;
}

interface Props<Made> {
  /** Where the words stand: `{words}.{kind}`, `{words}.coming`, `{words}.open.{kind}`. */
  readonly words: string;
  readonly files: readonly Sent<Made>[];
  readonly outcomeOf: (made: Made) => Outcome;
  /** Sends what did not arrive. */
  readonly onAgain: () => void;
}

/** What became of each file that was just dropped. */
export function FileReceipts<Made>({ words, files, outcomeOf, onAgain }: Props<Made>) {
  const translate = useTranslate();
  const told = ({ share, failed, made }: Sent<Made>): Outcome | number =>
    failed !== undefined
      ? { kind: 'refused', text: translate(failed, { _: failed }) }
      : made !== undefined
        ? outcomeOf(made)
        : share;
  const unsent = files.filter(file => file.unsent).length;
  return (
    <FileOutcomes
      below={
        unsent > 0 ? (
          <Button size="small" variant="outlined" onClick={onAgain}>
            {translate('shell.sendAgain', { smart_count: unsent })}
          </Button>
        ) : null
      }
      files={files.map(file => {
        const outcome = told(file);
        const kind = typeof outcome === 'number' ? 'coming' : outcome.kind;
        return {
          key: file.key,
          name: file.name,
          state: <Chip {...looks[kind]} word={translate(`${words}.${kind}`)} />,
          told:
            typeof outcome === 'number' ? (
              <LinearProgress
                aria-label={translate(`${words}.coming`)}
                variant={outcome < 1 ? 'determinate' : 'indeterminate'}
                value={outcome * 100}
                sx={{ my: 1 }}
              />
            ) : (
              <p>
                {outcome.text}{' '}
                {outcome.page ? (
                  <Link component={RouterLink} to={outcome.page} sx={{ fontWeight: 600 }}>
                    {translate(`${words}.open.${kind}`)}
                  </Link>
                ) : null}
              </p>
            ),
        };
      })}
    />
  );
}
