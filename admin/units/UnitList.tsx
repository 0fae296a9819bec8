import { AutocompleteInput, DataTable, ReferenceInput, SearchInput, useCanAccess, useTranslate } from 'react-admin';
import type { Unit } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { AgencyField, EnabledField, RocDateField } from '../fields/index.ts';
import { ListPage, NameLink, NothingMatches, PhoneRows, useExporter } from '../pages/index.ts';
import { MoveButtons } from './MoveButtons.tsx';

const filters = [
  <SearchInput key="q" source="q" alwaysOn helperText={false} />,
  <ReferenceInput key="agencyId" source="agencyId" reference="agencies" alwaysOn>
    <AutocompleteInput optionText="name" label="resources.units.fields.agencyId" helperText={false} />
  </ReferenceInput>,
];

const perPage = 100;

export const UnitList = () => {
  const translate = useTranslate();
  const { user } = useSession();
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
      filterDefaultValues={{ agencyId: user.agencyId }}
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
        <DataTable.Col source="name" disableSort>
          <NameLink />
        </DataTable.Col>
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
