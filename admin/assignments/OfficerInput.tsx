import { AutocompleteInput, ReferenceInput } from 'react-admin';
import type { User } from '../../sync/model/index.ts';

const most = 300;

/** The people of a unit who may be its case officers. */
export const OfficerInput = ({ unitId }: { readonly unitId: string }) => (
  <ReferenceInput
    source="officerId"
    reference="users"
    filter={{ unitId, disabled: false }}
    sort={{ field: 'name', order: 'ASC' }}
    perPage={most}
  >
    <AutocompleteInput optionText={(user: User) => user.name} helperText="assignments.officerHelp" />
  </ReferenceInput>
);
