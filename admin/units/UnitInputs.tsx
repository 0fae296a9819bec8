import {
  AutocompleteInput,
  BooleanInput,
  maxLength,
  ReferenceInput,
  required,
  TextArrayInput,
  TextInput,
  useCanAccess,
} from 'react-admin';
import { isUnitGroup } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';

const noGroup = (value: unknown) =>
  typeof value === 'string' && isUnitGroup(value) ? 'resources.units.help.group' : undefined;
const noGroups = (value: unknown) =>
  Array.isArray(value) && value.some(one => noGroup(one) !== undefined) ? 'resources.units.help.group' : undefined;

/** The fields of a unit. The agency is chosen once, by whoever looks after several. */
export const UnitInputs = ({ existing = false }: { readonly existing?: boolean }) => {
  const { user } = useSession();
  const { canAccess: ownsAgencies } = useCanAccess({ resource: 'agencies', action: 'create' });
  return (
    <>
      {!existing && ownsAgencies ? (
        <ReferenceInput source="agencyId" reference="agencies" sort={{ field: 'name', order: 'ASC' }}>
          <AutocompleteInput optionText="name" defaultValue={user.agencyId} validate={required()} helperText={false} />
        </ReferenceInput>
      ) : null}
      <TextInput source="name" validate={[required(), maxLength(60), noGroup]} helperText={false} />
      <TextArrayInput source="aliases" helperText="resources.units.help.aliases" validate={noGroups} />
      {existing ? <BooleanInput source="disabled" helperText="resources.units.help.disabled" /> : null}
    </>
  );
};
