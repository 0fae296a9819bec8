import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { DataTable, ReferenceField, SearchInput, SelectInput, TextField, useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { type Collection, collectionStates, type Recipient } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { RocDateField, rocText, StateField } from '../fields/index.ts';
import { ListPage, NameLink, NothingMatches, PhoneRows, useExporter } from '../pages/index.ts';
import { ProgressField } from './Progress.tsx';

const filters = [
  <SearchInput key="q" source="q" alwaysOn helperText={false} />,
  <SelectInput
    key="state"
    source="state"
    choices={collectionStates.map(id => ({ id, name: `states.collection.${id}` }))}
    alwaysOn
    helperText={false}
  />,
];

/** A bureau in the middle of the hierarchy is asked itself, too. */
const AskedOfUs = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const { total = 0 } = useGetList<Recipient>('recipients', {
    filter: { agencyId: user.agencyId },
    pagination: { page: 1, perPage: 1 },
  });
  return total === 0 ? null : (
    <Alert
      severity="info"
      variant="outlined"
      sx={{ mb: 1, bgcolor: 'background.paper' }}
      action={
        <Button component={Link} to="/recipients">
          {translate('collection.askedOfUs.open')}
        </Button>
      }
    >
      {translate('collection.askedOfUs.text', { smart_count: total })}
    </Alert>
  );
};

export const CollectionList = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const exporter = useExporter<Collection>('collections', [
    { source: 'name', text: one => one.name },
    { source: 'state', text: one => translate(`states.collection.${one.state}`) },
    { source: 'dueDate', text: one => rocText(one.dueDate) },
    { source: 'edition', text: one => String(one.edition) },
    { source: 'createdAt', text: one => rocText(one.createdAt) },
  ]);
  return (
    <>
      <AskedOfUs />
      <ListPage
        filters={filters}
        filter={{ agencyId: user.agencyId }}
        sort={{ field: 'dueDate', order: 'DESC' }}
        exporter={exporter}
        phone={
          <PhoneRows<Collection> title={one => one.name}>
            <StateField machine="collection" />
            <RocDateField source="dueDate" />
            <ProgressField />
          </PhoneRows>
        }
      >
        <DataTable
          rowClick="show"
          bulkActionButtons={false}
          empty={<NothingMatches />}
          hiddenColumns={['edition', 'createdAt', 'updatedAt']}
        >
          <DataTable.Col source="name">
            <NameLink />
          </DataTable.Col>
          <DataTable.Col source="state">
            <StateField machine="collection" />
          </DataTable.Col>
          <DataTable.Col source="dueDate">
            <RocDateField source="dueDate" />
          </DataTable.Col>
          <DataTable.Col source="progress" disableSort>
            <ProgressField />
          </DataTable.Col>
          <DataTable.Col source="templateId" disableSort>
            <ReferenceField source="templateId" reference="templates" link={false} empty={<span />}>
              <TextField source="name" variant="body2" />
            </ReferenceField>
          </DataTable.Col>
          <DataTable.NumberCol source="edition" />
          <DataTable.Col source="createdAt">
            <RocDateField source="createdAt" />
          </DataTable.Col>
          <DataTable.Col source="updatedAt">
            <RocDateField source="updatedAt" />
          </DataTable.Col>
        </DataTable>
      </ListPage>
    </>
  );
};

export default CollectionList;
