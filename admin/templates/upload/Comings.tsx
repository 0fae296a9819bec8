import AlreadyIcon from '@mui/icons-material/ContentCopyOutlined';
import RefusedIcon from '@mui/icons-material/ErrorOutlineOutlined';
import WaitIcon from '@mui/icons-material/HourglassEmptyOutlined';
import ReadIcon from '@mui/icons-material/TaskOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { say } from '../../../sync/model/index.ts';
import { Chip } from '../../fields/index.ts';
import { FileOutcomes } from '../../pages/FileOutcomes.tsx';
import { asLocale } from '../../words/i18n.ts';
import { type Coming, isRenamed, type Remedy } from './use-uploading.ts';

const looks = {
  read: { icon: ReadIcon, tone: 'good' },
  already: { icon: AlreadyIcon, tone: 'watch' },
  refused: { icon: RefusedIcon, tone: 'bad' },
  coming: { icon: WaitIcon, tone: 'note' },
} as const;

interface ToldProps {
  readonly one: Coming;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onMend: (one: Coming, remedy: Remedy) => void;
}

const Told = ({ one, busy, onCancel, onMend }: ToldProps) => {
  const { outcome, share } = one;
  const translate = useTranslate();
  const [locale] = useLocaleState();
  if (!outcome)
    return (
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
        <Box sx={{ flex: 1 }}>
          <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
            {translate(share < 1 ? 'templates.upload.sending' : 'templates.upload.reading')}
          </Box>
          <LinearProgress
            aria-label={translate('templates.upload.coming')}
            variant={share < 1 ? 'determinate' : 'indeterminate'}
            value={share * 100}
          />
        </Box>
        <Button size="small" onClick={onCancel}>
          {translate('ra.action.cancel')}
        </Button>
      </Box>
    );
  if (outcome.kind === 'refused') {
    const { message, issue, remedy } = outcome;
    return (
      <>
        <p>{issue ? say(issue.code, asLocale(locale), issue.params) : translate(message, { _: message })}</p>
        {remedy ? (
          <Button
            size="small"
            variant="outlined"
            disabled={busy}
            onClick={() => onMend(one, remedy)}
            sx={{ mt: 0.5, mb: 0.5 }}
          >
            {translate(`templates.upload.remedy.${remedy}`)}
          </Button>
        ) : null}
      </>
    );
  }
  const { template, kind } = outcome;
  return (
    <p>
      {translate(`templates.upload.text.${kind}`, { count: template.rowCount })}{' '}
      {kind === 'read' && isRenamed(template, one.file) ? (
        <>{translate('templates.upload.renamed', { name: template.name })} </>
      ) : null}
      <Link component={RouterLink} to={`/templates/${template.id}/show`} sx={{ fontWeight: 600 }}>
        {translate('templates.upload.open')}
      </Link>
    </p>
  );
};

interface Props {
  readonly coming: readonly Coming[];
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onMend: (one: Coming, remedy: Remedy) => void;
}

/** What became of each workbook that was just dropped. */
export const Comings = ({ coming, ...rest }: Props) => {
  const translate = useTranslate();
  return (
    <FileOutcomes
      files={coming.map(one => {
        const kind = one.outcome?.kind ?? 'coming';
        return {
          key: one.key,
          name: one.name,
          state: <Chip {...looks[kind]} word={translate(`templates.upload.${kind}`)} />,
          told: <Told one={one} {...rest} />,
        };
      })}
    />
  );
};
