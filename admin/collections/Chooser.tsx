import PreviousIcon from '@mui/icons-material/ChevronLeftOutlined';
import NextIcon from '@mui/icons-material/ChevronRightOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useBoxWords } from '../plan-tree/index.ts';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** What the two arrows are called. */
  readonly previous: string;
  readonly next: string;
}

/** One of many, found by typing or walked one by one. */
export const Chooser = ({ label, choices, value, onChange, previous, next }: Props) => {
  const words = useBoxWords();
  const at = choices.findIndex(({ id }) => id === value);
  const to = (by: number) => {
    const choice = choices[at + by];
    if (choice) onChange(choice.id);
  };
  return (
    <Box className="no-print" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, mb: 1.5, maxWidth: 900 }}>
      <IconButton aria-label={previous} disabled={at <= 0} onClick={() => to(-1)}>
        <PreviousIcon />
      </IconButton>
      <Autocomplete
        {...words}
        fullWidth
        disableClearable
        options={[...choices]}
        // A choice that is not known (yet) is none.
        {...(choices[at] ? { value: choices[at] } : {})}
        getOptionLabel={choice => choice.name}
        getOptionKey={choice => choice.id}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        onChange={(_, choice) => onChange(choice.id)}
        renderInput={params => <TextField {...params} margin="none" label={label} />}
      />
      <IconButton aria-label={next} disabled={at < 0 || at === choices.length - 1} onClick={() => to(1)}>
        <NextIcon />
      </IconButton>
      <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
        {at + 1} / {choices.length}
      </Box>
    </Box>
  );
};
