import RejectIcon from '@mui/icons-material/BlockOutlined';
import AllIcon from '@mui/icons-material/DoneAll';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import LinearProgress from '@mui/material/LinearProgress';
import { useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Collection, CollectionFile } from '../../../sync/model/index.ts';
import { mayUse, useSession } from '../../data/index.ts';
import { PageSkeleton } from '../../layout/index.ts';
import { CountFilter } from '../../pages/CountFilter.tsx';
import { DropZone } from '../../pages/DropZone.tsx';
import { Failed } from '../../pages/Failed.tsx';
import { SearchBox } from '../../pages/SearchBox.tsx';
import { useAgencyNames, useRecipients } from '../use-collection.ts';
import { useUrl } from '../use-url.ts';
import { ApplyClean } from './ApplyClean.tsx';
import { FileTable } from './FileTable.tsx';
import { RejectChosen } from './RejectChosen.tsx';
import { SendingReport } from './SendingReport.tsx';
import { StandingChip } from './StandingChip.tsx';
import { send } from './sending.ts';
import { canBeRejected, filesIn, isStanding, standingAmong, standingCounts, standings } from './standing.ts';
import { filesKey, useFiles, useReading, useSending } from './use-files.ts';
import { WhoseDialog } from './WhoseDialog.tsx';

/** What agencies send back, alone or packed. */
export const returnedKinds = '.xlsx,.xlsm,.ods,.fods,.csv,.xls,.xlsb,.zip';

const Receiving = ({ collection }: { readonly collection: Collection }) => {
  const queries = useQueryClient();
  const path = `/api/collections/${encodeURIComponent(collection.id)}/deliveries`;
  const sending = useSending(path);
  return (
    <>
      <DropZone
        words="collection.drop"
        kinds={returnedKinds}
        busy={false}
        onFiles={files =>
          void send(path, files, () => void queries.invalidateQueries({ queryKey: filesKey(collection.id) }))
        }
      />
      <SendingReport path={path} sending={sending} />
    </>
  );
};

/** 來件: dropped here by the hundred, recognised, looked at and taken in. */
export const FilesPart = ({ collection }: { readonly collection: Collection }) => {
  const translate = useTranslate();
  const { user } = useSession();
  const [read, write] = useUrl();
  const { data: files, error, refetch } = useFiles(collection.id);
  const { data: recipients } = useRecipients(collection.id);
  const { nameOf } = useAgencyNames();
  const waiting = useReading(files);
  const [applying, setApplying] = useState(false);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [rejecting, setRejecting] = useState(false);
  const [whose, setWhose] = useState<CollectionFile | null>(null);
  const q = useDeferredValue(read('q'));
  const asked = read('standing');
  const standing = isStanding(asked) ? asked : null;
  const of = read('of');
  const names = useMemo(
    () => new Map(recipients?.map(({ id, agencyId }) => [id, nameOf(agencyId)])),
    [recipients, nameOf],
  );
  const standingOf = useMemo(() => standingAmong(files ?? [], recipients ?? []), [files, recipients]);
  const recipientName = (id: string | null): string => (id === null ? '' : (names.get(id) ?? ''));
  if (error && !files) return <Failed error={error} onAgain={() => void refetch()} />;
  if (!files) return <PageSkeleton />;
  const counts = standingCounts(of === '' ? files : files.filter(({ recipientId }) => recipientId === of), standingOf);
  const shown = filesIn(files, { standing, recipientId: of, q }, recipientName, standingOf);
  const clean = files.filter(file => standingOf(file) === 'clean');
  const chosen = shown.filter(file => marked.has(file.id) && canBeRejected(file));
  const rejected = chosen.length > 0 ? chosen : files.filter(({ state }) => state === 'unreadable');
  const mayReject = collection.state !== 'closed' && mayUse(user.role, 'collections', 'reject');
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const unknown = files.filter(file => standingOf(file) === 'unknown');
  const nextUnknown = (after: CollectionFile) => unknown.find(({ id }) => id !== after.id) ?? null;
  return (
    <>
      {collection.state === 'open' && mayUse(user.role, 'collections', 'deliver') ? (
        <Receiving collection={collection} />
      ) : null}
      {collection.state === 'closed' ? (
        <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
          {translate('collection.closedText')}
        </Alert>
      ) : null}
      {waiting > 0 ? (
        <Box role="status" sx={{ mb: 2 }}>
          {translate('collection.reading', { smart_count: waiting })}
          <LinearProgress
            aria-label={translate('collection.readingLabel')}
            variant="determinate"
            value={(1 - waiting / Math.max(files.length, 1)) * 100}
            sx={{ mt: 0.5 }}
          />
        </Box>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1.5 }}>
        <CountFilter
          label={translate('collection.files.filter')}
          value={standing ?? 'all'}
          onChange={next => write({ standing: next === 'all' ? '' : next })}
          choices={[
            { value: 'all' as const, count: total, children: translate('collection.roster.all') },
            ...standings
              .filter(one => counts[one] > 0 || one === standing)
              .map(one => ({ value: one, count: counts[one], children: <StandingChip standing={one} /> })),
          ]}
        />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1 }}>
        <SearchBox
          label={translate('collection.files.search')}
          width={280}
          value={read('q')}
          onChange={words => write({ q: words })}
        />
        {of === '' ? null : (
          <Button variant="outlined" onClick={() => write({ of: '' })}>
            {translate('collection.files.onlyOf', { name: recipientName(of) })}
          </Button>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, ml: { md: 'auto' } }}>
          {mayReject && rejected.length > 0 ? (
            <Button variant="outlined" startIcon={<RejectIcon />} onClick={() => setRejecting(true)}>
              {translate(chosen.length > 0 ? 'collection.reject.chosen' : 'collection.reject.unreadable', {
                smart_count: rejected.length,
              })}
            </Button>
          ) : null}
          {clean.length > 0 && mayUse(user.role, 'collections', 'apply') ? (
            <Button variant="contained" startIcon={<AllIcon />} onClick={() => setApplying(true)}>
              {translate('collection.apply.open', { smart_count: clean.length })}
            </Button>
          ) : null}
        </Box>
      </Box>
      <Card>
        <FileTable
          files={shown}
          nothing={files.length === 0 ? 'none' : 'noneFound'}
          nameOf={recipientName}
          standingOf={standingOf}
          onWhose={mayUse(user.role, 'collectionFiles', 'update') ? setWhose : undefined}
          marked={mayReject ? marked : undefined}
          onMark={setMarked}
        />
      </Card>
      {applying ? (
        <ApplyClean
          collection={collection}
          count={clean.length}
          files={files}
          nameOf={recipientName}
          onClose={() => setApplying(false)}
        />
      ) : null}
      {rejecting ? (
        <RejectChosen
          collection={collection}
          files={rejected}
          onDone={() => setMarked(new Set())}
          onClose={() => setRejecting(false)}
        />
      ) : null}
      {whose ? (
        <WhoseDialog
          key={whose.id}
          file={whose}
          left={unknown.length}
          onClose={() => setWhose(null)}
          onDone={() => setWhose(standingOf(whose) === 'unknown' ? nextUnknown(whose) : null)}
        />
      ) : null}
    </>
  );
};

export default FilesPart;
