import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useGetList, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Finding } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { RocDate, StateChip } from '../fields/index.ts';
import { Panel } from '../pages/Panel.tsx';

/** What the bureau found wanting in this collection. */
export const OwnFindings = ({ collectionId }: { readonly collectionId: string }) => {
  const translate = useTranslate();
  const { user } = useSession();
  const { data = [] } = useGetList<Finding>('findings', {
    filter: { collectionId, againstId: user.agencyId },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: 200 },
  });
  if (data.length === 0) return null;
  return (
    <Panel title={translate('resources.findings.name', { smart_count: 2 })}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.map(finding => (
          <Box
            component="li"
            key={finding.id}
            sx={{
              py: 1,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { border: 0 },
              display: 'flex',
              flexWrap: 'wrap',
              columnGap: 2,
            }}
          >
            <Link component={RouterLink} to={`/findings/${finding.id}/show`} sx={{ fontWeight: 600 }}>
              {finding.title}
            </Link>
            <StateChip machine="finding" state={finding.state} />
            {finding.dueDate ? <RocDate value={finding.dueDate} /> : null}
          </Box>
        ))}
      </Box>
    </Panel>
  );
};
