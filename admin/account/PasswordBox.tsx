import HideIcon from '@mui/icons-material/VisibilityOffOutlined';
import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** A masked password that its writer may look at. */
export const PasswordBox = ({ label, value, onChange, autoComplete, problem, hint, autoFocus }: Props) => {
  const translate = useTranslate();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      label={label}
      type={shown ? 'text' : 'password'}
      value={value}
      onChange={event => onChange(event.target.value)}
      autoComplete={autoComplete}
      autoFocus={autoFocus ?? false}
      error={problem !== undefined}
      helperText={problem ?? hint}
      slotProps={{
        htmlInput: { required: true },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                size="small"
                edge="end"
                aria-pressed={shown}
                aria-label={translate(shown ? 'account.hidePassword' : 'account.showPassword')}
                onClick={() => setShown(!shown)}
              >
                {shown ? <HideIcon fontSize="small" /> : <ShowIcon fontSize="small" />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
};
