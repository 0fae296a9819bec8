import Link from '@mui/material/Link';
import { useRecordContext, useResourceDefinitions, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Event } from '../../sync/model/index.ts';
import { sentenceOf } from './sentence.ts';

/** From an event to the record it is about, where the console has a page for it. */
export const RecordLink = () => {
  const translate = useTranslate();
  const event = useRecordContext<Event>();
  const known = useResourceDefinitions();
  if (!event?.recordId) return null;
  const definition = known[event.resource];
  const page = definition?.hasShow ? 'show' : definition?.hasEdit ? '' : null;
  if (page === null || event.action.endsWith('.delete')) return null;
  const path = [`/${event.resource}/${encodeURIComponent(event.recordId)}`, page].filter(Boolean).join('/');
  return (
    <Link component={RouterLink} to={path} aria-label={`${translate('events.open')}：${sentenceOf(event, translate)}`}>
      {translate('events.open')}
    </Link>
  );
};
