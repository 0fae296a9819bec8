import SearchIcon from '@mui/icons-material/SearchOutlined';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';

interface Props {
  readonly value: string;
  readonly onChange: (words: string) => void;
  /** What is searched; stands in the box while it is empty. */
  readonly label: string;
  /** Of the box on a wide screen, in pixels; all there is when left out. */
  readonly width?: number;
}

/** Where one types to narrow down what is already on the page. */
export const SearchBox = ({ value, onChange, label, width }: Props) => (
  <TextField
    className="no-print"
    margin="none"
    type="search"
    value={value}
    onChange={event => onChange(event.target.value)}
    placeholder={label}
    sx={{ width: width ? { xs: '100%', sm: width } : '100%' }}
    slotProps={{
      htmlInput: { 'aria-label': label },
      input: {
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" />
          </InputAdornment>
        ),
      },
    }}
  />
);
