import DownloadIcon from '@mui/icons-material/FolderZipOutlined';
import PackageIcon from '@mui/icons-material/Inventory2Outlined';
import MailIcon from '@mui/icons-material/MailOutlined';
import BellIcon from '@mui/icons-material/NotificationsActiveOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import {
  type Collection,
  dayInTaipei,
  owesReturn,
  type RecipientSheet,
  type RosterState,
  rosterStates,
} from '../../../sync/model/index.ts';
import { mayUse, useSession } from '../../data/index.ts';
import { StateChip } from '../../fields/index.ts';
import { PageSkeleton } from '../../layout/index.ts';
import { CountFilter } from '../../pages/CountFilter.tsx';
import { Failed } from '../../pages/Failed.tsx';
import { SearchBox } from '../../pages/SearchBox.tsx';
import { useFiles } from '../files/use-files.ts';
import { SheetTools } from '../online/SheetTools.tsx';
import { useSheets } from '../online/use-sheets.ts';
import { useAgencyNames, useRecipients } from '../use-collection.ts';
import { useUrl } from '../use-url.ts';
import { ChaseDialog } from './ChaseDialog.tsx';
import { MailDialog } from './MailDialog.tsx';
import { PackagesDialog } from './PackagesDialog.tsx';
import { RosterTable } from './RosterTable.tsx';
import { cameOf, countsOf, isSort, type Line, linesIn, linesOf, toChase } from './roster.ts';

const isState = (value: string): value is RosterState => (rosterStates as readonly string[]).includes(value);

export const zipOf = (collection: Pick<Collection, 'id'>, recipientIds: readonly string[] = []): string => {
  const search = new URLSearchParams(recipientIds.length > 0 ? { recipientIds: recipientIds.join(',') } : {});
  return `/api/collections/${encodeURIComponent(collection.id)}/workbooks.zip${recipientIds.length > 0 ? `?${search}` : ''}`;
};

interface ToolsProps {
  readonly collection: Collection;
  readonly lines: readonly Line[];
  readonly chosen: readonly Line[];
  readonly sheets: ReadonlyMap<string, RecipientSheet>;
}

/** What is done with many agencies at once: with those that are marked, else with all that it is for. */
const Tools = ({ collection, lines, chosen, sheets }: ToolsProps) => {
  const translate = useTranslate();
  const { user } = useSession();
  const [asking, setAsking] = useState<'chase' | 'mail' | 'packages' | null>(null);
  const due = toChase(lines);
  const chased = chosen.length > 0 ? chosen.filter(({ recipient }) => owesReturn(recipient)) : due.lines;
  const mailed = chosen.length > 0 ? chosen : lines;
  const word = chosen.length > 0 ? 'chosen' : due.late ? 'late' : 'all';
  if (collection.state !== 'open' || lines.length === 0) return null;
  return (
    <Box className="no-print" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {mayUse(user.role, 'collections', 'download') ? (
        <Button
          component="a"
          variant="outlined"
          startIcon={<DownloadIcon />}
          href={zipOf(
            collection,
            chosen.map(({ recipient }) => recipient.id),
          )}
          download
        >
          {translate(chosen.length > 0 ? 'collection.zip.chosen' : 'collection.zip.all', {
            smart_count: chosen.length > 0 ? chosen.length : lines.length,
          })}
        </Button>
      ) : null}
      {mayUse(user.role, 'collections', 'mail') ? (
        <Button variant="outlined" startIcon={<MailIcon />} onClick={() => setAsking('mail')}>
          {translate(chosen.length > 0 ? 'collection.mail.chosen' : 'collection.mail.all', {
            smart_count: mailed.length,
          })}
        </Button>
      ) : null}
      <SheetTools collection={collection} lines={lines} chosen={chosen} sheets={sheets} />
      {mayUse(user.role, 'packages', 'create') ? (
        <Button variant="outlined" startIcon={<PackageIcon />} onClick={() => setAsking('packages')}>
          {translate(chosen.length > 0 ? 'collection.packages.chosen' : 'collection.packages.all', {
            smart_count: mailed.length,
          })}
        </Button>
      ) : null}
      {mayUse(user.role, 'collections', 'chase') && chased.length > 0 ? (
        <Button
          variant={word === 'all' ? 'outlined' : 'contained'}
          startIcon={<BellIcon />}
          onClick={() => setAsking('chase')}
        >
          {translate(`collection.chase.${word}`, { smart_count: chased.length })}
        </Button>
      ) : null}
      {asking === 'chase' ? (
        <ChaseDialog collection={collection} lines={chased} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'packages' ? (
        <PackagesDialog collection={collection} lines={mailed} onClose={() => setAsking(null)} />
      ) : null}
      {asking === 'mail' ? <MailDialog collection={collection} lines={mailed} onClose={() => setAsking(null)} /> : null}
    </Box>
  );
};

/** 回收名冊: every agency that was asked, where it stands, what came of it and when. */
export const RosterPart = ({ collection }: { readonly collection: Collection }) => {
  const translate = useTranslate();
  const [read, write] = useUrl();
  const { data, error, refetch } = useRecipients(collection.id);
  const { data: files } = useFiles(collection.state === 'draft' ? '' : collection.id);
  const sheets = useSheets({ collectionId: collection.state === 'draft' ? '' : collection.id });
  const { nameOf, known } = useAgencyNames();
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const q = useDeferredValue(read('q'));
  const asked = read('state');
  const state = isState(asked) ? asked : null;
  const sorted = read('sort');
  const sort = isSort(sorted) ? sorted : 'urgency';
  const today = dayInTaipei(new Date());
  const lines = useMemo(
    () => (known ? linesOf(data ?? [], collection, nameOf, today) : []),
    [data, collection, nameOf, known, today],
  );
  const came = useMemo(() => cameOf(files ?? [], data ?? []), [files, data]);
  const shown = useMemo(() => linesIn(lines, { state, q, sort }), [lines, state, q, sort]);
  if (error && !data) return <Failed error={error} onAgain={() => void refetch()} />;
  if (!data || !known) return <PageSkeleton />;
  const counts = countsOf(lines);
  const chosen = shown.filter(({ recipient }) => marked.has(recipient.id));
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1.5 }}>
        <CountFilter
          label={translate('collection.roster.filter')}
          value={state ?? 'all'}
          onChange={next => write({ state: next === 'all' ? '' : next })}
          choices={[
            { value: 'all' as const, count: lines.length, children: translate('collection.roster.all') },
            ...rosterStates
              .filter(one => counts[one] > 0 || one === state)
              .map(one => ({
                value: one,
                count: counts[one],
                children: <StateChip machine="recipient" state={one} />,
              })),
          ]}
        />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1 }}>
        <SearchBox
          label={translate('collection.roster.search')}
          width={260}
          value={read('q')}
          onChange={words => write({ q: words })}
        />
        <Box sx={{ ml: { md: 'auto' } }}>
          <Tools collection={collection} lines={lines} chosen={chosen} sheets={sheets} />
        </Box>
      </Box>
      <Card>
        <RosterTable
          collection={collection}
          lines={shown}
          came={came}
          sheets={sheets}
          nothing={lines.length === 0 ? 'nobody' : 'noneFound'}
          marked={marked}
          onMark={setMarked}
          sort={sort}
          onSort={next => write({ sort: next === 'urgency' ? '' : next })}
        />
      </Card>
    </>
  );
};

export default RosterPart;
