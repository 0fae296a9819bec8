import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useQueryClient } from '@tanstack/react-query';
import { ResourceContextProvider, Title, useGetOne, useTranslate } from 'react-admin';
import { Navigate, useParams } from 'react-router-dom';
import { type Collection, dayInTaipei, ownStateOn, type Recipient, rosterStateOn } from '../../sync/model/index.ts';
import { SendingReport } from '../collections/files/SendingReport.tsx';
import { send } from '../collections/files/sending.ts';
import { useFilesOf, useSending } from '../collections/files/use-files.ts';
import { useSheets } from '../collections/online/use-sheets.ts';
import { mayUse, useSession } from '../data/index.ts';
import { RocDate, rocText, StateChip } from '../fields/index.ts';
import { PageSkeleton } from '../layout/index.ts';
import { DropZone } from '../pages/DropZone.tsx';
import { Failed } from '../pages/Failed.tsx';
import { Fact, Facts } from '../pages/index.ts';
import { Panel } from '../pages/Panel.tsx';
import { BureauName } from './BureauName.tsx';
import { ExportPackage } from './ExportPackage.tsx';
import { Handed } from './Handed.tsx';
import { Online } from './Online.tsx';
import { OwnFindings } from './OwnFindings.tsx';
import { Results } from './Results.tsx';
import { Upward } from './Upward.tsx';
import { usePackaged } from './use-packaged.ts';
import { useUnsent } from './use-unsent.ts';

const kinds = '.xlsx,.xlsm,.ods,.fods,.xls,.xlsb,.csv';

const Returning = ({ recipient }: { readonly recipient: Recipient }) => {
  const queries = useQueryClient();
  const path = `/api/recipients/${encodeURIComponent(recipient.id)}/return`;
  const sending = useSending(path);
  return (
    <>
      <DropZone
        words="recipient.drop"
        kinds={kinds}
        busy={sending.busy}
        onFiles={files => void send(path, files, () => void queries.invalidateQueries())}
      />
      <SendingReport path={path} sending={sending} />
    </>
  );
};

interface Parts {
  readonly recipient: Recipient;
  readonly collection: Collection;
}

/** What to do next, in one sentence. @param unsent what was uploaded waits to be sent to a bureau of another system */
const Next = ({ recipient, collection, unsent }: Parts & { readonly unsent: boolean }) => {
  const translate = useTranslate();
  const isOnline = useSheets({ recipientId: recipient.id }).get(recipient.id)?.url;
  const state = rosterStateOn(recipient, collection, dayInTaipei(new Date()));
  const closed = collection.state === 'closed';
  if (recipient.acceptedAt)
    return (
      <Alert severity="success" variant="outlined" sx={{ mb: 2 }}>
        {translate('recipient.next.accepted')}
      </Alert>
    );
  if (state === 'sentBack')
    return (
      <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
        <AlertTitle>{translate('recipient.next.sentBack')}</AlertTitle>
        <Box sx={{ whiteSpace: 'pre-line' }}>{recipient.stateReason}</Box>
      </Alert>
    );
  const came = unsent ? 'uploaded' : 'returned';
  const word = closed ? 'closed' : state === 'notReturned' || state === 'overdue' ? state : came;
  return (
    <Alert severity={word === 'overdue' ? 'error' : 'info'} variant="outlined" sx={{ mb: 2 }}>
      {translate(word === 'notReturned' && isOnline ? 'online.next' : `recipient.next.${word}`)}
      {recipient.chasedAt && word === 'overdue'
        ? ` ${translate('recipient.next.chased', { at: rocText(recipient.chasedAt) })}`
        : null}
    </Alert>
  );
};

const Whole = ({ recipient, collection }: Parts) => {
  const translate = useTranslate();
  const { user, isBureau } = useSession();
  const { data: files } = useFilesOf(recipient.id);
  const packaged = usePackaged(recipient);
  const unsent = useUnsent()(recipient.id);
  const state = rosterStateOn(recipient, collection, dayInTaipei(new Date()));
  const isReturnable = collection.state === 'open' && mayUse(user.role, 'recipients', 'return');
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', maxWidth: 1080 }}>
      <Card sx={{ px: 2.5, py: 2 }}>
        <Next recipient={recipient} collection={collection} unsent={unsent > 0} />
        <ResourceContextProvider value="recipients">
          <Facts>
            <Fact source="state">
              <StateChip
                machine="recipient"
                state={ownStateOn(recipient, collection, dayInTaipei(new Date()), unsent)}
              />
            </Fact>
            <Fact source="bureauId">
              <BureauName agencyId={recipient.bureauId} />
            </Fact>
            <Fact source="dueDate">
              <RocDate value={collection.dueDate} style="long" />
            </Fact>
            {collection.instructions ? (
              <Fact source="instructions">
                <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{collection.instructions}</Box>
              </Fact>
            ) : null}
          </Facts>
        </ResourceContextProvider>
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          {recipient.fileName ? (
            <Button
              component="a"
              variant={state === 'sentBack' ? 'outlined' : 'contained'}
              startIcon={<DownloadIcon />}
              href={`/api/recipients/${encodeURIComponent(recipient.id)}/workbook`}
              download={recipient.fileName}
            >
              {translate('recipient.workbook')}
            </Button>
          ) : (
            <span>{translate('recipient.making')}</span>
          )}
          {isBureau && recipient.fileName && isReturnable ? <Upward recipient={recipient} /> : null}
          {recipient.acceptedAt !== null || state === 'sentBack' ? (
            <Button
              component="a"
              variant={state === 'sentBack' ? 'contained' : 'outlined'}
              startIcon={<DownloadIcon />}
              href={`/api/recipients/${encodeURIComponent(recipient.id)}/review`}
              download
            >
              {translate('recipient.reviewFile')}
            </Button>
          ) : null}
        </Box>
      </Card>
      <Online recipient={recipient} collection={collection} />
      {isReturnable ? (
        <Panel title={translate('recipient.return')}>
          <Returning recipient={recipient} />
        </Panel>
      ) : null}
      {packaged ? <ExportPackage recipient={recipient} packaged={packaged} /> : null}
      {files && files.length > 0 ? (
        <Panel title={translate('recipient.handed')}>
          <Handed files={files} />
        </Panel>
      ) : null}
      <Results recipient={recipient} />
      <OwnFindings collectionId={collection.id} />
    </Box>
  );
};

/** The agency's side: what is asked, the form, the way back, and what the bureau says of it. */
export const RecipientShow = () => {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const { user } = useSession();
  const {
    data: recipient,
    error,
    refetch,
  } = useGetOne<Recipient>(
    'recipients',
    { id },
    // A list that was looked at in between counts what it found here before as new, although the bureau said more since.
    { refetchOnMount: 'always' },
  );
  const { data: collection } = useGetOne<Collection>(
    'collections',
    { id: recipient?.collectionId ?? '' },
    { enabled: recipient !== undefined },
  );
  const title = <Title title={collection?.name ?? translate('resources.recipients.name', { smart_count: 1 })} />;
  if (error && !recipient)
    return (
      <>
        {title}
        <Failed error={error} onAgain={() => void refetch()} />
      </>
    );
  if (!recipient || !collection)
    return (
      <>
        {title}
        <PageSkeleton />
      </>
    );
  // The bureau looks at an agency's answers where it reviews them.
  if (recipient.agencyId !== user.agencyId)
    return (
      <Navigate
        replace
        to={`/collections/${recipient.collectionId}/show?${new URLSearchParams({ tab: 'review', of: recipient.id })}`}
      />
    );
  return (
    <>
      {title}
      <Whole recipient={recipient} collection={collection} />
    </>
  );
};

export default RecipientShow;
