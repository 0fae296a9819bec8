import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import Card from '@mui/material/Card';
import CardContent from '@mui/material/CardContent';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import type { Event } from '../../sync/model/index.ts';
import { RocDate } from '../fields/RocDate.tsx';
import { Changes } from './Changes.tsx';
import { fieldChanges } from './field-changes.ts';
import { sentenceOf } from './sentence.ts';

const step = 20;

const Moment = ({ event }: { readonly event: Event }) => {
  const translate = useTranslate();
  const id = useId();
  const [open, setOpen] = useState(false);
  const changed = fieldChanges(event.before, event.after).length > 0;
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        pl: 2.5,
        pb: 1.75,
        borderLeft: '2px solid',
        borderColor: 'divider',
        '&:last-child': { borderColor: 'transparent', pb: 0 },
        '&::before': {
          content: '""',
          position: 'absolute',
          left: -6,
          top: 8,
          width: 10,
          height: 10,
          borderRadius: '50%',
          bgcolor: 'primary.main',
        },
      }}
    >
      <Box>{sentenceOf(event, translate)}</Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
        {event.actorName || translate('events.system')}　<RocDate value={event.at} />
        {changed ? (
          <ButtonBase
            className="no-print"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            sx={{
              ml: 1.5,
              verticalAlign: 'baseline',
              minHeight: 24,
              color: 'primary.main',
              fontWeight: 600,
              textDecoration: 'underline',
              fontSize: 'inherit',
            }}
          >
            {translate(open ? 'shell.fold' : 'events.showChanges')}
          </ButtonBase>
        ) : null}
      </Box>
      <Box id={id} sx={{ mt: open ? 1 : 0 }}>
        {open ? <Changes event={event} /> : null}
      </Box>
    </Box>
  );
};

interface Props {
  readonly resource: string;
  readonly id: string;
}

/** Everything that happened to one record, newest first. Stands on every show page. */
export const History = ({ resource, id }: Props) => {
  const translate = useTranslate();
  const headingId = useId();
  const [shown, setShown] = useState(step);
  const { data, total, isPending, error, refetch } = useGetList<Event>('events', {
    filter: { resource, recordId: id },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: shown },
  });
  return (
    <Card component="section" aria-labelledby={headingId}>
      <CardContent>
        <Typography id={headingId} variant="h2" sx={{ mb: 1.5 }}>
          {translate('events.history')}
        </Typography>
        {isPending && !error ? <Skeleton variant="rounded" height={96} /> : null}
        {error ? (
          <Box role="alert">
            {translate(error.message, { _: error.message })}{' '}
            <Button size="small" onClick={() => void refetch()}>
              {translate('shell.tryAgain')}
            </Button>
          </Box>
        ) : null}
        {data?.length === 0 ? <Box sx={{ color: 'text.secondary' }}>{translate('events.none')}</Box> : null}
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, ml: '6px' }}>
          {data?.map(event => (
            <Moment key={event.id} event={event} />
          ))}
        </Box>
        {data && total !== undefined && total > data.length ? (
          <Button sx={{ mt: 1 }} onClick={() => setShown(shown + step)}>
            {translate('events.earlier')}
          </Button>
        ) : null}
      </CardContent>
    </Card>
  );
};
