import Box from '@mui/material/Box';
import { ReferenceField, TextField, useTranslate } from 'react-admin';

interface Props {
  readonly source?: string;
  readonly label?: string;
}

const Nobody = ({ word }: { readonly word: string }) => {
  const translate = useTranslate();
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {translate(word)}
    </Box>
  );
};

/** A unit by its name. */
export const UnitField = ({ source = 'unitId' }: Props) => (
  <ReferenceField source={source} reference="units" link={false} emptyText="" empty={<Nobody word="fields.noUnit" />}>
    <TextField source="name" variant="body2" />
  </ReferenceField>
);

/** A person by name. */
export const UserField = ({ source = 'officerId' }: Props) => (
  <ReferenceField source={source} reference="users" link={false} empty={<Nobody word="fields.noUser" />}>
    <TextField source="name" variant="body2" />
  </ReferenceField>
);

/** An agency by name. */
export const AgencyField = ({ source = 'agencyId' }: Props) => (
  <ReferenceField source={source} reference="agencies" link={false} empty={<span />}>
    <TextField source="name" variant="body2" />
  </ReferenceField>
);
