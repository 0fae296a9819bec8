import { ReferenceField, TextField } from 'react-admin';

/** A round by its title. */
export const RoundField = ({ source = 'roundId' }: { readonly source?: string; readonly label?: string }) => (
  <ReferenceField source={source} reference="rounds" link={false}>
    <TextField source="title" variant="body2" />
  </ReferenceField>
);
