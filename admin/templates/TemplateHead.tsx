import LearnedIcon from '@mui/icons-material/SchoolOutlined';
import Alert from '@mui/material/Alert';
import MuiLink from '@mui/material/Link';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { TemplateDetail } from '../../sync/model/index.ts';
import { sizeText } from '../evidence/format.ts';
import { RocDate } from '../fields/index.ts';
import { Head, HeadFact, Original } from '../pages/Head.tsx';
import { pathOfTemplate } from './use-template.ts';

type Kept = Pick<TemplateDetail, 'fileName' | 'size'>;

const named = ({ fileName, size }: Kept): string => `${fileName}（${sizeText(size)}）`;

const kindOf = ({ fileName }: Kept): string => fileName.slice(fileName.lastIndexOf('.'));

/** Whose form this is and what it asks, and the workbook as it came. */
export const TemplateHead = ({
  template,
  children,
}: {
  readonly template: TemplateDetail;
  readonly children?: ReactNode;
}) => {
  const translate = useTranslate();
  const { profile, learnedFrom, original } = template;
  const isTurned = profile.sheets.length > 0 && profile.sheets.every(({ turned }) => turned);
  const path = pathOfTemplate(template.id);
  return (
    <>
      <Head
        facts={
          <>
            <HeadFact label={translate('templates.toAnswer')}>
              {translate(isTurned ? 'templates.columnsOf' : 'templates.rowsOf', { count: template.rowCount })}
            </HeadFact>
            {profile.agencyName ? (
              <HeadFact label={translate('templates.part.agencyCell')}>{profile.agencyName}</HeadFact>
            ) : null}
            {profile.period ? (
              <HeadFact label={translate('templates.part.periodCell')}>{profile.period.text}</HeadFact>
            ) : null}
            <HeadFact label={translate('resources.templates.fields.fileName')}>
              {original
                ? translate('templates.convertedFrom', { file: named(template), original: named(original) })
                : named(template)}
            </HeadFact>
            <HeadFact label={translate('resources.templates.fields.createdAt')}>
              <RocDate value={template.createdAt} />
            </HeadFact>
          </>
        }
      >
        {original ? (
          <Original href={`${path}/original`} fileName={original.fileName}>
            {translate('templates.downloadBefore', { kind: kindOf(original) })}
          </Original>
        ) : null}
        <Original href={`${path}/file`} fileName={template.fileName}>
          {original
            ? translate('templates.downloadConverted', { kind: kindOf(template) })
            : translate('templates.downloadOriginal')}
        </Original>
        {children}
      </Head>
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
