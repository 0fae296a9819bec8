import {
  AutocompleteInput,
  BooleanInput,
  email,
  maxLength,
  ReferenceInput,
  required,
  SelectInput,
  TextInput,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
import { locales, type Role, roles, sectionRoles, userCreate } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';

const accountShape = (value: unknown) =>
  userCreate.shape.account.safeParse(value).success ? undefined : 'account.accountShape';

const UnitInput = () => {
  const { user } = useSession();
  const agencyId: unknown = useWatch({ name: 'agencyId' });
  const role: unknown = useWatch({ name: 'role' });
  const needed = sectionRoles.includes(role as Role);
  return (
    <ReferenceInput
      source="unitId"
      reference="units"
      filter={{ agencyId: typeof agencyId === 'string' ? agencyId : user.agencyId, disabled: false }}
      sort={{ field: 'position', order: 'ASC' }}
      perPage={200}
    >
      <AutocompleteInput
        optionText="name"
        key={String(needed)}
        {...(needed ? { validate: required() } : {})}
        helperText={needed ? 'resources.users.help.unitNeeded' : 'resources.users.help.unitId'}
      />
    </ReferenceInput>
  );
};

/** The fields of a person. Account and agency are settled once. */
export const UserInputs = ({ existing = false }: { readonly existing?: boolean }) => {
  const { user } = useSession();
  return (
    <>
      {existing ? null : (
        <>
          <ReferenceInput source="agencyId" reference="agencies" sort={{ field: 'name', order: 'ASC' }} perPage={200}>
            <AutocompleteInput
              optionText="name"
              defaultValue={user.agencyId}
              validate={required()}
              helperText={false}
            />
          </ReferenceInput>
          <TextInput
            source="account"
            validate={[required(), accountShape]}
            helperText="account.setup.accountHelp"
            autoComplete="off"
          />
        </>
      )}
      <TextInput source="name" validate={[required(), maxLength(60)]} autoComplete="off" helperText={false} />
      <SelectInput
        source="role"
        choices={roles.map(id => ({ id, name: `roles.${id}` }))}
        validate={required()}
        helperText="resources.users.help.role"
      />
      <UnitInput />
      <TextInput
        source="email"
        type="email"
        validate={email()}
        parse={value => value || null}
        autoComplete="off"
        helperText={false}
      />
      <SelectInput
        source="locale"
        choices={locales.map(id => ({ id, name: `locales.${id}` }))}
        defaultValue="zh-TW"
        validate={required()}
        helperText={false}
      />
      {existing ? <BooleanInput source="disabled" helperText="resources.users.help.disabled" /> : null}
    </>
  );
};
