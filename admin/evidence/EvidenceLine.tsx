import PersonIcon from '@mui/icons-material/PrivacyTipOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Evidence } from '../../sync/model/index.ts';
import { Chip, RocDate } from '../fields/index.ts';
import { fileUrl, formatOf, previewOf, sizeText } from './format.ts';
import { Thumb } from './Thumb.tsx';

interface OpenerProps {
  readonly evidence: Evidence;
  readonly onPreview: (id: string) => void;
  readonly children: ReactNode;
}

const look = {
  display: 'flex',
  justifyContent: 'flex-start',
  gap: 1.25,
  flex: 1,
  minWidth: 0,
  textAlign: 'left',
  font: 'inherit',
  color: 'inherit',
  borderRadius: 1,
} as const;

/** What opens a piece of evidence: its preview where there is one, else the link or the file itself. */
const Opener = ({ evidence, onPreview, children }: OpenerProps) => {
  const translate = useTranslate();
  const { id, name } = evidence;
  if (evidence.kind === 'link')
    return (
      <ButtonBase
        component="a"
        href={evidence.url ?? ''}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={translate('evidence.openLink', { name })}
        sx={look}
      >
        {children}
      </ButtonBase>
    );
  return previewOf(evidence) ? (
    <ButtonBase aria-label={translate('evidence.preview', { name })} onClick={() => onPreview(id)} sx={look}>
      {children}
    </ButtonBase>
  ) : (
    <ButtonBase
      component="a"
      href={fileUrl(id)}
      download={name}
      aria-label={translate('evidence.downloadNamed', { name })}
      sx={look}
    >
      {children}
    </ButtonBase>
  );
};

interface Props {
  readonly evidence: Evidence;
  readonly onPreview: (id: string) => void;
  /** Buttons at the end of the line. */
  readonly children?: ReactNode;
}

/** One piece of evidence: picture, name, what it is; a click opens it. */
export const EvidenceLine = ({ evidence, onPreview, children }: Props) => {
  const translate = useTranslate();
  const format = formatOf(evidence);
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 1, py: 1, borderTop: 1, borderColor: 'divider', alignItems: 'flex-start' }}
    >
      <Opener evidence={evidence} onPreview={onPreview}>
        <Thumb evidence={evidence} />
        <Box component="span" sx={{ minWidth: 0, display: 'block' }}>
          <Box component="span" sx={{ display: 'block', overflowWrap: 'anywhere', fontWeight: 600, lineHeight: 1.5 }}>
            {evidence.name}
          </Box>
          <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', color: 'text.secondary' }}>
            {translate(`evidence.formats.${format}`)}
            {evidence.size === null ? '' : ` · ${sizeText(evidence.size)}`}
            {' · '}
            <RocDate value={evidence.createdAt} withTime={false} />
          </Box>
          {evidence.personalData ? <Chip icon={PersonIcon} tone="watch" word={translate('evidence.personal')} /> : null}
        </Box>
      </Opener>
      {children}
    </Box>
  );
};
