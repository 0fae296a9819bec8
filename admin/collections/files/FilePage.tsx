import WarningIcon from '@mui/icons-material/ReportGmailerrorredOutlined';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { Title, useLocaleState, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { type CollectionFileDetail, type Recipient, say } from '../../../sync/model/index.ts';
import { mayUse, useSession } from '../../data/index.ts';
import { History } from '../../events/History.tsx';
import { Message, PageSkeleton } from '../../layout/index.ts';
import { Preview } from '../../merge-preview/Preview.tsx';
import { type Outcome, outcomeOf } from '../../merge-preview/plan.ts';
import type { NameOf, RowName } from '../../merge-preview/shown.ts';
import { Waiting } from '../../merge-preview/Waiting.tsx';
import { Failed } from '../../pages/Failed.tsx';
import { asLocale } from '../../words/i18n.ts';
import { useAgencyNames, useCollection, useRecipients } from '../use-collection.ts';
import { FileHead } from './FileHead.tsx';
import { FileVerbs } from './FileVerbs.tsx';
import { namesOf, shownPlan } from './shown-plan.ts';
import { asksOtherwise } from './standing.ts';
import { fileKind, useFile } from './use-file.ts';
import { Whose } from './Whose.tsx';

const unmoved = { current: null };
const nameless: RowName = { title: '', path: '', unit: '', href: null };

const Unreadable = ({ file }: { readonly file: CollectionFileDetail }) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return (
    <Card sx={{ mb: 2 }}>
      <Message
        icon={WarningIcon}
        title={translate(asksOtherwise(file) ? 'collection.unreadable.foreign' : 'exchange.unreadable.title')}
      >
        <p>
          {file.problem
            ? say(file.problem.code, asLocale(locale), file.problem.params)
            : translate('exchange.unreadable.text')}
        </p>
        <p>{translate('collection.unreadable.kept')}</p>
      </Message>
    </Card>
  );
};

const Unknown = ({ file }: { readonly file: CollectionFileDetail }) => {
  const translate = useTranslate();
  return (
    <Card component="section" aria-labelledby="whose" sx={{ p: { xs: 2, sm: 2.5 }, mb: 2, maxWidth: 860 }}>
      <Typography id="whose" variant="h2">
        {translate('collection.whose.heading')}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>{translate('collection.whose.text')}</Typography>
      <Whose file={file} onDone={() => undefined} />
    </Card>
  );
};

const Waits = () => (
  <Alert severity="info" variant="outlined" sx={{ mb: 2, bgcolor: 'background.paper' }}>
    {useTranslate()('collection.whose.waits')}
  </Alert>
);

const Over = ({ file }: { readonly file: CollectionFileDetail }) => {
  const translate = useTranslate();
  const plan = shownPlan(file);
  if (file.state === 'rejected')
    return (
      <Alert severity="warning" variant="outlined" sx={{ mb: 2, bgcolor: 'background.paper' }}>
        <AlertTitle>{translate('exchange.rejected.title')}</AlertTitle>
        <Box sx={{ whiteSpace: 'pre-line' }}>{translate('exchange.rejected.text', { reason: file.stateReason })}</Box>
      </Alert>
    );
  if (file.state !== 'applied' || !plan) return null;
  const { fields, rows } = outcomeOf(plan, file.decisions);
  return (
    <Alert severity="success" variant="outlined" sx={{ mb: 2, bgcolor: 'background.paper' }}>
      {translate('collection.applied', { fields, rows })}
    </Alert>
  );
};

const Asked = ({
  file,
  outcome: { fields, rows, keptOurs },
}: {
  readonly file: CollectionFileDetail;
  readonly outcome: Outcome;
}) => {
  const translate = useTranslate();
  const { notReturned, strays } = file.counts;
  return (
    <>
      <p>{translate('collection.applyOne.writes', { fields, rows })}</p>
      <p>{translate('exchange.apply.leaves', { keptOurs, notReturned, strays })}</p>
      <p>{translate('exchange.apply.undoable')}</p>
    </>
  );
};

/** An agency that sent more than one file: one counts, and somebody says which. */
const Rivals = ({
  file,
  recipient,
}: {
  readonly file: CollectionFileDetail;
  readonly recipient: Recipient | undefined;
}) => {
  const translate = useTranslate();
  if (file.state !== 'read' || recipient?.state !== 'duplicate') return null;
  const others = new URLSearchParams({ tab: 'files', of: recipient.id });
  return (
    <Alert
      severity="warning"
      variant="outlined"
      sx={{ mb: 2, bgcolor: 'background.paper' }}
      action={
        <Button component={Link} to={`/collections/${file.collectionId}/show?${others}`}>
          {translate('collection.rivals.open')}
        </Button>
      }
    >
      {translate('collection.rivals.text')}
    </Alert>
  );
};

/** A file of an earlier edition: what became of its questions, and what it cannot answer. */
const Older = ({ file, latest }: { readonly file: CollectionFileDetail; readonly latest: number | undefined }) => {
  const translate = useTranslate();
  const { state, edition } = file;
  if (state !== 'read' || edition === null || latest === undefined || edition === latest) return null;
  return (
    <Alert severity="warning" variant="outlined" sx={{ mb: 2, bgcolor: 'background.paper' }}>
      {translate('collection.files.olderText', { edition, latest })}
    </Alert>
  );
};

/** The preview, by what may still be done. */
const Body = ({ file }: { readonly file: CollectionFileDetail }) => {
  const { user } = useSession();
  const plan = useMemo(() => shownPlan(file), [file]);
  const names = useMemo(() => namesOf(file), [file]);
  const nameOf: NameOf = ({ rowId }) => names.get(rowId) ?? nameless;
  if (file.state === 'waiting') return <PageSkeleton />;
  if (file.state === 'unreadable') return <Unreadable file={file} />;
  const may = mayUse(user.role, 'collectionFiles', 'update');
  if (file.state === 'read' && file.recipientId === null) return may ? <Unknown file={file} /> : <Waits />;
  if (!plan) return null;
  return file.state === 'read' && may ? (
    <Waiting
      key={file.recipientId}
      kind={fileKind}
      file={file}
      plan={plan}
      nameOf={nameOf}
      places
      emptyApplies
      asks={outcome => <Asked file={file} outcome={outcome} />}
    />
  ) : (
    <Preview plan={plan} decisions={file.decisions} nameOf={nameOf} past={file.state !== 'read'} goTo={unmoved} />
  );
};

/** One file that came back in a collection: what it would change, settled and taken in here. */
export const FilePage = () => {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { data: file, error, refetch } = useFile(id);
  const { data: collection } = useCollection(file?.collectionId ?? '');
  const { data: recipients } = useRecipients(file?.collectionId ?? '');
  const { nameOf } = useAgencyNames();
  const recipient = recipients?.find(one => one.id === file?.recipientId);
  const title = <Title title={file?.fileName ?? translate('resources.collectionFiles.name', { smart_count: 1 })} />;
  if (error && !file)
    return (
      <>
        {title}
        <Failed error={error} onAgain={() => void refetch()} />
      </>
    );
  if (!file)
    return (
      <>
        {title}
        <PageSkeleton />
      </>
    );
  return (
    <>
      {title}
      <FileHead file={file} collection={collection} agency={recipient ? nameOf(recipient.agencyId) : ''}>
        <FileVerbs file={file} />
      </FileHead>
      <Over file={file} />
      <Older file={file} latest={collection?.edition} />
      <Rivals file={file} recipient={recipient} />
      <Body file={file} />
      <History resource="collectionFiles" id={file.id} />
    </>
  );
};

export default FilePage;
