import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import LearnedIcon from '@mui/icons-material/SchoolOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import MuiLink from '@mui/material/Link';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { TemplateDetail } from '../../sync/model/index.ts';
import { sizeText } from '../evidence/format.ts';
import { RocDate } from '../fields/index.ts';
import { pathOfTemplate } from './use-template.ts';

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <Box sx={{ display: 'flex', gap: 1 }}>
    <Box component="dt" sx={{ color: 'text.secondary', flex: 'none' }}>
      {label}
    </Box>
    <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
      {children}
    </Box>
  </Box>
);

/** Whose form this is and what it asks, and the workbook as it came. */
export const TemplateHead = ({
  template,
  children,
}: {
  readonly template: TemplateDetail;
  readonly children?: ReactNode;
}) => {
  const translate = useTranslate();
  const { profile, learnedFrom } = template;
  return (
    <>
      <Card sx={{ px: 2, py: 1.5, mb: 2, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Box
          component="dl"
          sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3.5, rowGap: 0.25, flex: '1 1 480px' }}
        >
          <Fact label={translate('resources.templates.fields.rowCount')}>
            {translate('templates.rowsOf', { count: template.rowCount })}
          </Fact>
          {profile.agencyName ? <Fact label={translate('templates.part.agencyCell')}>{profile.agencyName}</Fact> : null}
          {profile.period ? <Fact label={translate('templates.part.periodCell')}>{profile.period.text}</Fact> : null}
          <Fact label={translate('resources.templates.fields.fileName')}>
            {template.fileName}（{sizeText(template.size)}）
          </Fact>
          <Fact label={translate('resources.templates.fields.createdAt')}>
            <RocDate value={template.createdAt} />
          </Fact>
        </Box>
        <Box className="no-print" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button
            component="a"
            href={`${pathOfTemplate(template.id)}/file`}
            download={template.fileName}
            startIcon={<DownloadIcon />}
          >
            {translate('templates.downloadOriginal')}
          </Button>
          {children}
        </Box>
      </Card>
      {learnedFrom ? (
        <Alert
          severity="info"
          variant="outlined"
          icon={<LearnedIcon fontSize="inherit" />}
          sx={{ mb: 2, bgcolor: 'background.paper', color: 'text.primary' }}
        >
          {translate('templates.learned')}{' '}
          <MuiLink component={Link} to={`/templates/${learnedFrom.id}/show`}>
            {learnedFrom.name}
          </MuiLink>
        </Alert>
      ) : null}
    </>
  );
};
