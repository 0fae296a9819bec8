import {
  AutocompleteInput,
  BooleanInput,
  DataTable,
  ReferenceInput,
  SearchInput,
  SelectInput,
  useGetMany,
  useListContext,
  useTranslate,
} from 'react-admin';
import { roles, type Unit, type User } from '../../sync/model/index.ts';
import { AgencyField, EnabledField, RocDateField, rocText, UnitField } from '../fields/index.ts';
import { ListPage, NameLink, NothingMatches, PhoneRows, useExporter } from '../pages/index.ts';
import { RoleField } from './RoleField.tsx';

const filters = [
  <SearchInput key="q" source="q" alwaysOn helperText={false} />,
  <SelectInput
    key="role"
    source="role"
    choices={roles.map(id => ({ id, name: `roles.${id}` }))}
    alwaysOn
    helperText={false}
  />,
  <SelectInput
    key="disabled"
    source="disabled"
    label="resources.users.fields.state"
    choices={[
      { id: 'false', name: 'states.record.enabled' },
      { id: 'true', name: 'states.record.disabled' },
    ]}
    alwaysOn
    helperText={false}
  />,
  <ReferenceInput key="unitId" source="unitId" reference="units" sort={{ field: 'position', order: 'ASC' }}>
    <AutocompleteInput optionText="name" label="resources.users.fields.unitId" helperText={false} />
  </ReferenceInput>,
  <BooleanInput key="mustChangePassword" source="mustChangePassword" helperText={false} />,
  <ReferenceInput key="agencyId" source="agencyId" reference="agencies">
    <AutocompleteInput optionText="name" label="resources.users.fields.agencyId" helperText={false} />
  </ReferenceInput>,
];

const unitName = (units: readonly Unit[] | undefined, id: string | null): string =>
  units?.find(unit => unit.id === id)?.name ?? '';

const PhoneFacts = () => {
  const { data } = useListContext<User>();
  const { data: units } = useGetMany<Unit>('units', { ids: [...new Set(data?.flatMap(u => u.unitId ?? []) ?? [])] });
  return (
    <PhoneRows<User> title={user => `${user.name} ${unitName(units, user.unitId)}`}>
      <RoleField />
      <EnabledField />
    </PhoneRows>
  );
};

export const UserList = () => {
  const translate = useTranslate();
  const exporter = useExporter<User>('users', [
    { source: 'account', text: u => u.account },
    { source: 'name', text: u => u.name },
    { source: 'role', text: u => translate(`roles.${u.role}`) },
    { source: 'email', text: u => u.email ?? '' },
    { source: 'state', text: u => translate(`states.record.${u.disabled ? 'disabled' : 'enabled'}`) },
    { source: 'lastLoginAt', text: u => (u.lastLoginAt ? rocText(u.lastLoginAt) : '') },
  ]);
  return (
    <ListPage filters={filters} sort={{ field: 'account', order: 'ASC' }} exporter={exporter} phone={<PhoneFacts />}>
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<NothingMatches />}
        hiddenColumns={['agencyId', 'email', 'updatedAt']}
      >
        <DataTable.Col source="name">
          <NameLink />
        </DataTable.Col>
        <DataTable.Col source="account" />
        <DataTable.Col source="role">
          <RoleField />
        </DataTable.Col>
        <DataTable.Col source="unitId">
          <UnitField />
        </DataTable.Col>
        <DataTable.Col source="agencyId">
          <AgencyField />
        </DataTable.Col>
        <DataTable.Col source="email" />
        <DataTable.Col source="disabled" label="resources.users.fields.state">
          <EnabledField />
        </DataTable.Col>
        <DataTable.Col source="lastLoginAt">
          <RocDateField source="lastLoginAt" empty="users.neverLoggedIn" />
        </DataTable.Col>
        <DataTable.Col source="updatedAt">
          <RocDateField source="updatedAt" />
        </DataTable.Col>
      </DataTable>
    </ListPage>
  );
};

export default UserList;
