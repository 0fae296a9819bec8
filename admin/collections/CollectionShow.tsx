import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { type ComponentType, lazy, Suspense } from 'react';
import { EditButton, ListButton, Show, TopToolbar, useCanAccess, useRecordContext, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { Collection } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { AccessDenied, PageSkeleton } from '../layout/index.ts';
import { besideHeading } from '../pages/beside-heading.ts';
import { useShowFailing } from '../pages/ReadFailed.tsx';
import { CollectionHead } from './CollectionHead.tsx';
import { MoreMenu } from './MoreMenu.tsx';

export interface PartProps {
  readonly collection: Collection;
}

/** Each part loads when it is opened. */
const parts: Readonly<Record<string, ComponentType<PartProps>>> = {
  roster: lazy(() => import('./roster/RosterPart.tsx')),
  files: lazy(() => import('./files/FilesPart.tsx')),
  review: lazy(() => import('./review/ReviewPart.tsx')),
  answers: lazy(() => import('./answers/AnswersPart.tsx')),
  statistics: lazy(() => import('./statistics/StatisticsPart.tsx')),
  history: lazy(() => import('./HistoryPart.tsx')),
};

/** What came back is looked at once something may come. */
const partsOf = ({ state }: Collection): readonly string[] =>
  Object.keys(parts).filter(part => state !== 'draft' || part === 'roster' || part === 'history');

const Title = () => {
  const translate = useTranslate();
  return <>{useRecordContext<Collection>()?.name ?? translate('resources.collections.name', { smart_count: 1 })}</>;
};

const Tools = () => {
  const collection = useRecordContext<Collection>();
  const { user } = useSession();
  const { canAccess } = useCanAccess({ resource: 'collections', action: 'edit' });
  return (
    <TopToolbar className="no-print" sx={{ ...besideHeading, flexWrap: 'wrap', '& > *': { flexShrink: 0 } }}>
      <ListButton />
      {collection && canAccess && collection.agencyId === user.agencyId ? (
        <>
          <EditButton />
          <MoreMenu collection={collection} />
        </>
      ) : null}
    </TopToolbar>
  );
};

const Whole = () => {
  const translate = useTranslate();
  const collection = useRecordContext<Collection>();
  const { user } = useSession();
  const [search, setSearch] = useSearchParams();
  if (!collection) return null;
  // An agency that is asked has a page of its own for what it is asked.
  if (collection.agencyId !== user.agencyId) return <AccessDenied />;
  const names = partsOf(collection);
  const asked = search.get('tab') ?? 'roster';
  const part = names.includes(asked) ? asked : 'roster';
  const Part = parts[part]!;
  return (
    <>
      <CollectionHead collection={collection} />
      <Tabs
        className="no-print"
        value={part}
        // Filters of one part mean nothing in another.
        onChange={(_, next: string) => setSearch(next === 'roster' ? {} : { tab: next })}
        variant="scrollable"
        scrollButtons={false}
        aria-label={translate('collection.tab.label')}
        sx={{ mb: 1.5, minHeight: 40 }}
      >
        {names.map(name => (
          <Tab
            key={name}
            value={name}
            id={`collection-tab-${name}`}
            aria-controls={`collection-part-${name}`}
            label={translate(`collection.tab.${name}`)}
            sx={{ minHeight: 40, py: 0.5 }}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`collection-part-${part}`} aria-labelledby={`collection-tab-${part}`}>
        <Suspense fallback={<PageSkeleton />}>
          <Part collection={collection} />
        </Suspense>
      </Box>
    </>
  );
};

export const CollectionShow = () => (
  <Show
    actions={<Tools />}
    component="div"
    {...useShowFailing()}
    title={<Title />}
    sx={{ '& .RaShow-card': { minWidth: 0 } }}
  >
    <Whole />
  </Show>
);

export default CollectionShow;
