import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';

interface Choice {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly label: string;
  /** What stands there when nothing is chosen. */
  readonly all: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Narrows a page to one round or one unit. */
export const NarrowTo = ({ label, all, choices, value, onChange }: Props) => {
  const translate = useTranslate();
  const known = choices.some(({ id }) => id === value);
  return (
    <TextField
      select
      margin="none"
      label={translate(label)}
      value={known ? value : ''}
      onChange={event => onChange(event.target.value)}
      sx={{ maxWidth: { sm: 240 } }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{translate(all)}</MenuItem>
      {choices.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
};
