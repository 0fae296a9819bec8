import Link from '@mui/material/Link';
import {
  type RaRecord,
  useGetManyAggregate,
  useGetRecordRepresentation,
  useRecordContext,
  useResourceDefinitions,
  useTranslate,
} from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Event } from '../../sync/model/index.ts';

interface Found {
  readonly resource: string;
  readonly id: string;
  readonly to: string;
}

const Named = ({ resource, id, to }: Found) => {
  const translate = useTranslate();
  const represent = useGetRecordRepresentation(resource);
  const { data } = useGetManyAggregate<RaRecord>(resource, { ids: [id] });
  const record = data?.find(row => row?.id === id);
  const name = record ? represent(record) : '';
  // What has no name of its own is represented by its id, which tells nobody anything.
  return (
    <Link component={RouterLink} to={to}>
      {name === '' || name === `#${id}` ? translate('events.open') : name}
    </Link>
  );
};

/** From an event to the record it is about, by its present name, where the console has a page for it. */
export const RecordLink = () => {
  const event = useRecordContext<Event>();
  const known = useResourceDefinitions();
  if (!event?.recordId || event.action.endsWith('.delete')) return null;
  const { resource, recordId: id } = event;
  const place = `/${resource}/${encodeURIComponent(id)}`;
  if (known[resource]?.hasShow) return <Named resource={resource} id={id} to={`${place}/show`} />;
  if (known[resource]?.hasEdit) return <Named resource={resource} id={id} to={place} />;
  return null;
};
