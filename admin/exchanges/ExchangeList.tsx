import {
  AutocompleteInput,
  DataTable,
  ReferenceField,
  ReferenceInput,
  SearchInput,
  SelectInput,
  TextField,
  useTranslate,
} from 'react-admin';
import { type Exchange, exchangeStates } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { RocDateField, rocText, StateField, UserField } from '../fields/index.ts';
import { DropZone } from '../pages/DropZone.tsx';
import { ListPage, NameLink, NothingMatches, PhoneRows, useExporter } from '../pages/index.ts';
import { CountsField } from './Counts.tsx';
import { Receipts } from './receive/Receipts.tsx';
import { useReceiving } from './receive/use-receiving.ts';

const filters = [
  <SearchInput key="q" source="q" alwaysOn helperText={false} />,
  <SelectInput
    key="state"
    source="state"
    choices={exchangeStates.map(id => ({ id, name: `states.exchange.${id}` }))}
    alwaysOn
    helperText={false}
  />,
  <ReferenceInput key="roundId" source="roundId" reference="rounds" sort={{ field: 'dueDate', order: 'DESC' }}>
    <AutocompleteInput optionText="title" label="resources.exchanges.fields.roundId" helperText={false} />
  </ReferenceInput>,
];

const kinds = '.xlsx,.xlsm,.ods,.fods,.csv,.xls,.xlsb';

const Receiving = () => {
  const { sent, send, sendAgain, busy } = useReceiving();
  return (
    <>
      <DropZone words="exchange.receive" kinds={kinds} busy={busy} onFiles={files => void send(files)} />
      <Receipts files={sent} onAgain={() => void sendAgain()} />
    </>
  );
};

const Rows = () => (
  <DataTable
    rowClick="show"
    bulkActionButtons={false}
    empty={<NothingMatches />}
    hiddenColumns={['appliedAt', 'undoneAt']}
  >
    <DataTable.Col source="state" disableSort>
      <StateField machine="exchange" />
    </DataTable.Col>
    <DataTable.Col source="fileName">
      <NameLink source="fileName" />
    </DataTable.Col>
    <DataTable.Col source="counts" disableSort>
      <CountsField />
    </DataTable.Col>
    <DataTable.Col source="roundId" disableSort>
      <ReferenceField source="roundId" reference="rounds" link={false} empty={<span />}>
        <TextField source="title" variant="body2" />
      </ReferenceField>
    </DataTable.Col>
    <DataTable.Col source="createdAt">
      <RocDateField source="createdAt" />
    </DataTable.Col>
    <DataTable.Col source="receivedBy" disableSort>
      <UserField source="receivedBy" />
    </DataTable.Col>
    <DataTable.Col source="appliedAt">
      <RocDateField source="appliedAt" />
    </DataTable.Col>
    <DataTable.Col source="undoneAt">
      <RocDateField source="undoneAt" />
    </DataTable.Col>
  </DataTable>
);

/** 收回的表單: files are dropped here, and every one that ever came stands below. */
export const ExchangeList = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const exporter = useExporter<Exchange>('exchanges', [
    { source: 'fileName', text: e => e.fileName },
    { source: 'state', text: e => translate(`states.exchange.${e.state}`) },
    { source: 'changes', text: e => String(e.counts.changes) },
    { source: 'conflicts', text: e => String(e.counts.conflicts) },
    { source: 'notReturned', text: e => String(e.counts.notReturned) },
    { source: 'strays', text: e => String(e.counts.strays) },
    { source: 'createdAt', text: e => rocText(e.createdAt) },
    { source: 'appliedAt', text: e => (e.appliedAt ? rocText(e.appliedAt) : '') },
  ]);
  return (
    <>
      {mayUse(user.role, 'exchanges', 'create') ? <Receiving /> : null}
      <ListPage
        filters={filters}
        sort={{ field: 'createdAt', order: 'DESC' }}
        exporter={exporter}
        phone={
          <PhoneRows<Exchange> title={exchange => exchange.fileName}>
            <StateField machine="exchange" />
            <CountsField />
            <RocDateField source="createdAt" />
          </PhoneRows>
        }
      >
        <Rows />
      </ListPage>
    </>
  );
};

export default ExchangeList;
