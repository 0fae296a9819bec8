import { AutocompleteInput, DataTable, ReferenceInput, SearchInput, useCanAccess, useTranslate } from 'react-admin';
import type { Unit } from '../../sync/model/index.ts';
import { AgencyField, EnabledField, RocDateField } from '../fields/index.ts';
import { ListPage, NothingMatches, PhoneRows, useExporter } from '../pages/index.ts';
import { MoveButtons } from './MoveButtons.tsx';

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <ReferenceInput key="agencyId" source="agencyId" reference="agencies">
    <AutocompleteInput optionText="name" label="resources.units.fields.agencyId" />
  </ReferenceInput>,
];

const perPage = 200;

export const UnitList = () => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'units', action: 'edit' });
  const exporter = useExporter<Unit>('units', [
    { source: 'name', text: u => u.name },
    { source: 'aliases', text: u => u.aliases.join('、') },
    { source: 'state', text: u => translate(`states.record.${u.disabled ? 'disabled' : 'enabled'}`) },
  ]);
  return (
    <ListPage
      filters={filters}
      perPage={perPage}
      sort={{ field: 'agencyId,position', order: 'ASC' }}
      exporter={exporter}
      phone={
        <PhoneRows<Unit> title={unit => unit.name}>
          <EnabledField />
        </PhoneRows>
      }
    >
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<NothingMatches />}
        hiddenColumns={['agencyId', 'updatedAt']}
      >
        {canAccess ? (
          <DataTable.Col source="position" disableSort>
            <MoveButtons />
          </DataTable.Col>
        ) : null}
        <DataTable.Col source="name" disableSort />
        <DataTable.Col source="aliases" disableSort render={(unit: Unit) => unit.aliases.join('、')} />
        <DataTable.Col source="agencyId" disableSort>
          <AgencyField />
        </DataTable.Col>
        <DataTable.Col source="disabled" label="resources.units.fields.state" disableSort>
          <EnabledField />
        </DataTable.Col>
        <DataTable.Col source="updatedAt" disableSort>
          <RocDateField source="updatedAt" />
        </DataTable.Col>
      </DataTable>
    </ListPage>
  );
};

export default UnitList;
