import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useGetList, useTranslate } from 'react-admin';
import type { Exchange, Form } from '../../sync/model/index.ts';
import { rocText } from '../fields/index.ts';

/** The latest issued forms that a file of the agency may be, but for some. */
export function useForms({ agencyId }: Pick<Exchange, 'agencyId'>, without: ReadonlySet<string | null>) {
  const { data = [] } = useGetList<Form>('forms', {
    filter: { agencyId },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: 200 },
  });
  return data.filter(form => !without.has(form.id));
}

interface Props {
  readonly label: string;
  readonly forms: readonly Form[];
  readonly value: string;
  readonly onChange: (formId: string) => void;
}

/** Chooses an issued form, told from others of its name by the day it was issued. */
export const FormSelect = ({ label, forms, value, onChange }: Props) => {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      sx={{ flex: '1 1 320px', width: 'auto', minWidth: 0 }}
    >
      {forms.map(form => (
        <MenuItem key={form.id} value={form.id} sx={{ whiteSpace: 'normal' }}>
          <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
            {form.name}{' '}
            <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
              {translate('exchange.recognise.issuedAt', { at: rocText(form.createdAt) })}
            </Box>
          </Box>
        </MenuItem>
      ))}
    </TextField>
  );
};
