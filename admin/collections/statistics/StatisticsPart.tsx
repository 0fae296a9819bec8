import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import InboxIcon from '@mui/icons-material/InboxOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type Collection, collectionStatistics } from '../../../sync/model/index.ts';
import { mayUse, request, useSession } from '../../data/index.ts';
import { Message, PageSkeleton } from '../../layout/index.ts';
import { Failed } from '../../pages/Failed.tsx';
import { Panel } from '../../pages/Panel.tsx';
import { useAgencyNames, useRecipients } from '../use-collection.ts';
import { Changes } from './Changes.tsx';
import { ResultBars } from './ResultBars.tsx';

const formats = ['xlsx', 'ods'] as const;

const Downloads = ({ collection }: { readonly collection: Collection }) => {
  const translate = useTranslate();
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 2 }}>
      {formats.map(format => (
        <Button
          key={format}
          component="a"
          variant={format === 'xlsx' ? 'contained' : 'outlined'}
          startIcon={<DownloadIcon />}
          href={`/api/collections/${encodeURIComponent(collection.id)}/consolidation?format=${format}`}
          download
        >
          {translate(`collection.statistics.download.${format}`)}
        </Button>
      ))}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {translate('collection.statistics.downloadText')}
      </Box>
    </Box>
  );
};

/** 統計: how the answers came out by item and by agency, and the workbook that says it all. */
export const StatisticsPart = ({ collection }: { readonly collection: Collection }) => {
  const translate = useTranslate();
  const { user } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: ['collections', 'statistics', collection.id],
    queryFn: async () =>
      collectionStatistics.parse(
        (await request(`/api/collections/${encodeURIComponent(collection.id)}/statistics`)).json,
      ),
  });
  const { data: recipients } = useRecipients(collection.id);
  const { nameOf } = useAgencyNames();
  const names = useMemo(
    () => new Map(recipients?.map(({ id, agencyId }) => [id, nameOf(agencyId)])),
    [recipients, nameOf],
  );
  if (error && !data) return <Failed error={error} onAgain={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  if (data.byAgency.every(({ total }) => total === 0))
    return (
      <Message icon={InboxIcon} role="status" title={translate('collection.statistics.none')}>
        <p>{translate('collection.statistics.noneText')}</p>
      </Message>
    );
  return (
    <>
      {mayUse(user.role, 'collections', 'consolidate') ? <Downloads collection={collection} /> : null}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {data.changes ? (
          <Panel title={translate('collection.statistics.changes')}>
            <Changes changes={data.changes} />
          </Panel>
        ) : null}
        <Panel title={translate('collection.statistics.byItem')}>
          <ResultBars
            head={translate('collection.statistics.item')}
            label={translate('collection.statistics.byItem')}
            lines={data.byItem.map(({ key, text, total, results }) => ({ key, name: text, total, results }))}
          />
        </Panel>
        <Panel title={translate('collection.statistics.byAgency')}>
          <ResultBars
            head={translate('resources.recipients.fields.agencyId')}
            label={translate('collection.statistics.byAgency')}
            lines={data.byAgency.map(({ recipientId, total, results }) => ({
              key: recipientId,
              name: (
                <Link
                  component={RouterLink}
                  to={`/collections/${collection.id}/show?${new URLSearchParams({ tab: 'review', of: recipientId })}`}
                  sx={{ color: 'text.primary' }}
                >
                  {names.get(recipientId) ?? ''}
                </Link>
              ),
              total,
              results,
            }))}
          />
        </Panel>
      </Box>
    </>
  );
};

export default StatisticsPart;
