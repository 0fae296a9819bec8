import { AutocompleteInput, ReferenceInput } from 'react-admin';

/** Narrows a list to one agency. */
export const AgencyFilter = ({ source }: { readonly source: string; readonly alwaysOn?: boolean }) => (
  <ReferenceInput source={source} reference="agencies" sort={{ field: 'name', order: 'ASC' }}>
    <AutocompleteInput optionText="name" label={`resources.findings.fields.${source}`} helperText={false} />
  </ReferenceInput>
);
