import { DataTable, SearchInput, SelectInput, useTranslate } from 'react-admin';
import { type Finding, findingStates } from '../../sync/model/index.ts';
import { useAgencyNames } from '../collections/use-collection.ts';
import { AgencyField, ClampedTextField, RocDateField, rocText, StateField } from '../fields/index.ts';
import { ListPage, NameLink, NothingMatches, PhoneRows, useExporter } from '../pages/index.ts';
import { AgencyFilter } from './AgencyFilter.tsx';

const filters = [
  <SearchInput key="q" source="q" alwaysOn helperText={false} />,
  <SelectInput
    key="state"
    source="state"
    choices={findingStates.map(id => ({ id, name: `states.finding.${id}` }))}
    alwaysOn
    helperText={false}
  />,
  <AgencyFilter key="againstId" source="againstId" />,
];

const Due = () => {
  const translate = useTranslate();
  return (
    <span>
      {translate('resources.findings.fields.dueDate')} <RocDateField source="dueDate" />
    </span>
  );
};

export const FindingList = () => {
  const translate = useTranslate();
  const { nameOf } = useAgencyNames();
  const exporter = useExporter<Finding>('findings', [
    { source: 'title', text: one => one.title },
    { source: 'againstId', text: one => nameOf(one.againstId) },
    { source: 'state', text: one => translate(`states.finding.${one.state}`) },
    { source: 'dueDate', text: one => (one.dueDate ? rocText(one.dueDate) : '') },
    { source: 'text', text: one => one.text },
    { source: 'action', text: one => one.action },
  ]);
  return (
    <ListPage
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      exporter={exporter}
      phone={
        <PhoneRows<Finding> title={one => one.title}>
          <StateField machine="finding" />
          <AgencyField source="againstId" />
          <Due />
        </PhoneRows>
      }
    >
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<NothingMatches />}
        hiddenColumns={['createdAt', 'answeredAt']}
      >
        <DataTable.Col source="title">
          <NameLink source="title" />
        </DataTable.Col>
        <DataTable.Col source="state">
          <StateField machine="finding" />
        </DataTable.Col>
        <DataTable.Col source="againstId" disableSort>
          <AgencyField source="againstId" />
        </DataTable.Col>
        <DataTable.Col source="dueDate">
          <RocDateField source="dueDate" />
        </DataTable.Col>
        <DataTable.Col source="action" disableSort>
          <ClampedTextField source="action" lines={2} />
        </DataTable.Col>
        <DataTable.Col source="answeredAt">
          <RocDateField source="answeredAt" />
        </DataTable.Col>
        <DataTable.Col source="createdAt">
          <RocDateField source="createdAt" />
        </DataTable.Col>
      </DataTable>
    </ListPage>
  );
};

export default FindingList;
