import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import NewTabIcon from '@mui/icons-material/OpenInNewOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Link from '@mui/material/Link';
import { useRecordContext, useTranslate } from 'react-admin';
import type { Evidence } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { RocDateField, UnitField, UserField } from '../fields/index.ts';
import { Fact, Facts, ShowPage } from '../pages/index.ts';
import { EvidenceMenu } from './EvidenceMenu.tsx';
import { fileUrl, formatOf, previewOf, previewUrl, sizeText } from './format.ts';
import { PdfFrame } from './preview/PdfFrame.tsx';
import { useViewer } from './preview/use-viewer.tsx';
import { WhereUsed } from './WhereUsed.tsx';

/** The thing itself, as large as the page allows. */
const Look = ({ evidence }: { readonly evidence: Evidence }) => {
  const translate = useTranslate();
  const { show, viewer } = useViewer([evidence]);
  const preview = previewOf(evidence);
  if (evidence.kind === 'link') return null;
  if (preview === null) return <Box sx={{ color: 'text.secondary', mb: 2 }}>{translate('evidence.noPreview')}</Box>;
  return (
    <Box sx={{ mb: 2 }}>
      {preview === 'image' ? (
        <ButtonBase
          aria-label={translate('evidence.preview', { name: evidence.name })}
          onClick={() => show(evidence.id)}
          sx={{ display: 'block', width: '100%', bgcolor: 'sunken', borderRadius: 1.5, overflow: 'hidden' }}
        >
          <Box
            component="img"
            src={previewUrl(evidence.id)}
            alt={evidence.name}
            sx={{ display: 'block', mx: 'auto', maxWidth: '100%', maxHeight: 460, objectFit: 'contain' }}
          />
        </ButtonBase>
      ) : (
        <PdfFrame
          evidence={evidence}
          sx={{ width: '100%', height: { xs: 360, sm: 560 }, border: 1, borderColor: 'divider', borderRadius: 1.5 }}
        />
      )}
      {viewer}
    </Box>
  );
};

const Body = () => {
  const translate = useTranslate();
  const evidence = useRecordContext<Evidence>();
  if (!evidence) return null;
  return (
    <>
      <Look evidence={evidence} />
      <Facts>
        <Fact source="name">{evidence.name}</Fact>
        <Fact source="mediaType">
          {translate(`evidence.formats.${formatOf(evidence)}`)}
          {evidence.size === null ? '' : ` · ${sizeText(evidence.size)}`}
        </Fact>
        {evidence.url === null ? null : (
          <Fact source="url">
            <Link href={evidence.url} target="_blank" rel="noopener noreferrer" sx={{ overflowWrap: 'anywhere' }}>
              {evidence.url}
            </Link>
          </Fact>
        )}
        <Fact source="personalData">{translate(`ra.boolean.${evidence.personalData}`)}</Fact>
        <Fact source="unitId">
          <UnitField />
        </Fact>
        <Fact source="uploaderId">
          <UserField source="uploaderId" />
        </Fact>
        <Fact source="createdAt">
          <RocDateField source="createdAt" />
        </Fact>
        {evidence.sha256 === null ? null : (
          <Fact source="sha256">
            <Box component="code" sx={{ overflowWrap: 'anywhere', fontSize: '0.8125rem' }}>
              {evidence.sha256}
            </Box>
          </Fact>
        )}
      </Facts>
      <WhereUsed evidence={evidence} />
    </>
  );
};

/** Whoever uploaded it, or whose section it belongs to, may rename it and say what it holds. */
const useMayEdit = (evidence: Evidence | undefined): boolean => {
  const { user } = useSession();
  return (
    evidence !== undefined &&
    mayUse(user.role, 'evidence', 'update') &&
    (evidence.uploaderId === user.id || (user.unitId !== null && evidence.unitId === user.unitId))
  );
};

const Tools = () => {
  const translate = useTranslate();
  const evidence = useRecordContext<Evidence>();
  const editable = useMayEdit(evidence);
  if (!evidence) return null;
  return (
    <>
      {evidence.kind === 'file' ? (
        <Button component="a" href={fileUrl(evidence.id)} download={evidence.name} startIcon={<DownloadIcon />}>
          {translate('evidence.download')}
        </Button>
      ) : (
        <Button
          component="a"
          href={evidence.url ?? ''}
          target="_blank"
          rel="noopener noreferrer"
          startIcon={<NewTabIcon />}
        >
          {translate('evidence.viewer.newTab')}
        </Button>
      )}
      {editable ? <EvidenceMenu evidence={evidence} editable /> : null}
    </>
  );
};

export const EvidenceShow = () => (
  <ShowPage more={<Tools />} history="evidence">
    <Body />
  </ShowPage>
);

export default EvidenceShow;
