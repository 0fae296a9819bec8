import Alert from '@mui/material/Alert';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { convertedTo, formConversion, type Template } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';

/** Whether the server can convert forms; undefined until it has said so. */
const useConversion = (): boolean | undefined =>
  useQuery({
    queryKey: ['forms', 'conversion'],
    queryFn: async () => formConversion.parse((await request('/api/forms/conversion')).json),
    staleTime: 60_000,
  }).data?.available;

interface Props {
  readonly template: Template;
  /** Null keeps the format of the template. */
  readonly into: 'xlsx' | 'ods' | null;
  readonly onInto: (into: 'xlsx' | 'ods' | null) => void;
}

const helpOf = (available: boolean, converts: boolean): string =>
  converts ? 'formatChanged' : available ? 'formatKept' : 'formatOnly';

/** The format of a form that goes out through a template: the template's own unless somebody asks for the other one. */
export const TemplateFormat = ({ template: { format }, into, onInto }: Props) => {
  const translate = useTranslate();
  const available = useConversion();
  const other = convertedTo[format];
  const to = `.${other}`;
  return (
    <TextField
      select
      label={translate('forms.format')}
      helperText={available === undefined ? ' ' : translate(`forms.${helpOf(available, into !== null)}`, { to })}
      value={into ?? format}
      onChange={({ target: { value } }) => onInto(value === other ? other : null)}
    >
      <MenuItem value={format}>{translate('forms.formatOwn', { format: `.${format}` })}</MenuItem>
      <MenuItem value={other} disabled={!available}>
        {translate(available === false ? 'forms.formatImpossible' : 'forms.formatConverted', { format: to })}
      </MenuItem>
    </TextField>
  );
};

/** What a conversion may change, before anybody asks for it in earnest. */
export const Converts = ({ template: { format } }: Pick<Props, 'template'>) => {
  const translate = useTranslate();
  return (
    <Alert severity="warning" variant="outlined" role="status" sx={{ mt: 1, color: 'text.primary' }}>
      {translate('forms.converts')} {format === 'xlsm' ? translate('forms.convertsMacros') : null}
    </Alert>
  );
};
