import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { visuallyHidden } from '@mui/utils';
import { useTranslate } from 'react-admin';
import { longest } from '../writing/form.ts';

interface Props {
  readonly name: keyof typeof longest;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly rows?: number;
  readonly help?: string;
  readonly required?: boolean;
}

/** From here on the counter is worth reading out. */
const nearlyFull = 0.9;

/** A text that grows with what is written, with how much of it there may be. */
export const LongText = ({ name, value, onChange, rows = 2, help, required = false }: Props) => {
  const translate = useTranslate();
  const max = longest[name];
  const count = value.length;
  return (
    <Box>
      <TextField
        id={`answer-${name}`}
        label={translate(`resources.reports.fields.${name}`)}
        value={value}
        onChange={event => onChange(event.target.value)}
        multiline
        minRows={rows}
        required={required}
        error={count > max}
        helperText={
          <Box component="span" sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
            <span>{help ? translate(help) : ''}</span>
            <Box component="span" aria-hidden sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
              {translate('report.characters', { count: count.toLocaleString('en'), max: max.toLocaleString('en') })}
            </Box>
          </Box>
        }
        slotProps={{ inputLabel: { required: false, shrink: true }, input: { notched: true } }}
      />
      <span role="status" style={visuallyHidden}>
        {count > max * nearlyFull ? translate('report.charactersSpoken', { count, max }) : ''}
      </span>
    </Box>
  );
};
