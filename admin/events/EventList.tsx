import Box from '@mui/material/Box';
import {
  AutocompleteInput,
  DataTable,
  ReferenceInput,
  SearchInput,
  SelectInput,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import type { Event } from '../../sync/model/index.ts';
import { RocDateField, rocText } from '../fields/index.ts';
import { ListPage, NothingMatches, PhoneRows, useExporter } from '../pages/index.ts';
import { Changes } from './Changes.tsx';
import { DayFilter } from './DayFilter.tsx';
import { RecordLink } from './RecordLink.tsx';
import { sentenceOf } from './sentence.ts';

/** What events are about, in the order of the filter. */
const subjects = [
  'plans',
  'planItems',
  'assignments',
  'rounds',
  'reports',
  'evidence',
  'forms',
  'exchanges',
  'users',
  'units',
  'agencies',
  'settings',
];

const filters = [
  <SearchInput key="q" source="q" alwaysOn helperText={false} />,
  <SelectInput
    key="resource"
    source="resource"
    label="resources.events.fields.resource"
    choices={subjects.map(id => ({ id, name: `resources.${id}.name` }))}
    alwaysOn
    helperText={false}
  />,
  <DayFilter key="from" source="at_gte" label="events.from" edge="start" alwaysOn />,
  <DayFilter key="to" source="at_lte" label="events.to" edge="end" alwaysOn />,
  <ReferenceInput key="actor" source="actorId" reference="users">
    <AutocompleteInput optionText="name" label="resources.events.fields.actorName" helperText={false} />
  </ReferenceInput>,
];

const Sentence = () => {
  const translate = useTranslate();
  const event = useRecordContext<Event>();
  return event ? sentenceOf(event, translate) : null;
};

const Actor = () => {
  const translate = useTranslate();
  const event = useRecordContext<Event>();
  return <span>{event?.actorName || translate('events.system')}</span>;
};

const Detail = () => {
  const event = useRecordContext<Event>();
  return event ? (
    <Box sx={{ py: 1 }}>
      <Changes event={event} />
    </Box>
  ) : null;
};

export const EventList = () => {
  const translate = useTranslate();
  const exporter = useExporter<Event>('events', [
    { source: 'at', text: e => rocText(e.at) },
    { source: 'actorName', text: e => e.actorName },
    { source: 'action', text: e => sentenceOf(e, translate) },
    { source: 'before', text: e => JSON.stringify(e.before ?? null) },
    { source: 'after', text: e => JSON.stringify(e.after ?? null) },
    { source: 'hash', text: e => e.hash },
  ]);
  return (
    <ListPage
      filters={filters}
      sort={{ field: 'id', order: 'DESC' }}
      exporter={exporter}
      phone={
        <PhoneRows<Event> title={event => sentenceOf(event, translate)} to="show">
          <Actor />
          <RocDateField source="at" />
        </PhoneRows>
      }
    >
      <DataTable
        rowClick={false}
        bulkActionButtons={false}
        expand={<Detail />}
        empty={<NothingMatches />}
        hiddenColumns={['hash']}
      >
        <DataTable.Col source="at">
          <RocDateField source="at" />
        </DataTable.Col>
        <DataTable.Col source="actorName">
          <Actor />
        </DataTable.Col>
        <DataTable.Col source="action">
          <Sentence />
        </DataTable.Col>
        <DataTable.Col source="recordId" disableSort>
          <RecordLink />
        </DataTable.Col>
        <DataTable.Col
          source="hash"
          disableSort
          render={(e: Event) => <code title={e.hash}>{e.hash.slice(0, 12)}</code>}
        />
      </DataTable>
    </ListPage>
  );
};

export default EventList;
