import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useGetList, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Event } from '../../sync/model/index.ts';
import { sentenceOf } from '../events/sentence.ts';
import { RocDate } from '../fields/index.ts';

const shown = 10;

/** What happened lately, wherever the person may look. */
export const LatestEvents = () => {
  const translate = useTranslate();
  const { data } = useGetList<Event>('events', {
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: shown },
  });
  return (
    <Card component="section" aria-labelledby="latest">
      <CardContent>
        <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', mb: 1 }}>
          <Typography id="latest" variant="h2">
            {translate('home.latest')}
          </Typography>
          <Link component={RouterLink} to="/events">
            {translate('home.allEvents')}
          </Link>
        </Box>
        {data ? null : <Skeleton variant="rounded" height={200} />}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {data?.map(event => (
            <Box
              component="li"
              key={event.id}
              sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, py: 0.5, borderTop: 1, borderColor: 'divider' }}
            >
              <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
                <b>{event.actorName || translate('events.system')}</b>　{sentenceOf(event, translate)}
              </Box>
              <Box sx={{ color: 'text.secondary' }}>
                <RocDate value={event.at} />
              </Box>
            </Box>
          ))}
        </Box>
      </CardContent>
    </Card>
  );
};
