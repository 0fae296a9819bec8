import PersonIcon from '@mui/icons-material/PrivacyTipOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { visuallyHidden } from '@mui/utils';
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

/** What opens a piece of evidence: its preview where there is one, else the link or the file itself. The line itself is its name. */
const Opener = ({ evidence, onPreview, children }: OpenerProps) => {
  const translate = useTranslate();
  const { id, name } = evidence;
  const verb = (key: string) => <span style={visuallyHidden}>{translate(key)}</span>;
  if (evidence.kind === 'link')
    return (
      <ButtonBase component="a" href={evidence.url ?? ''} target="_blank" rel="noopener noreferrer" sx={look}>
        {verb('evidence.opens.link')}
        {children}
      </ButtonBase>
    );
  return previewOf(evidence) ? (
    <ButtonBase onClick={() => onPreview(id)} sx={look}>
      {verb('evidence.opens.preview')}
      {children}
    </ButtonBase>
  ) : (
    <ButtonBase component="a" href={fileUrl(id)} download={name} sx={look}>
      {verb('evidence.opens.download')}
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
