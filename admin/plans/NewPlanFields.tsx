import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';

const longestTitle = 200;

/** The ROC year that was typed, or null when it is none. */
export const rocYearFrom = (typed: string): number | null => (/^[1-9][0-9]{0,2}$/.test(typed) ? Number(typed) : null);

interface Props {
  readonly year: string;
  readonly onYear: (typed: string) => void;
  readonly title: string;
  readonly onTitle: (title: string) => void;
  /** The title was filled in beforehand, so that an empty one is a mistake and needs no explanation. */
  readonly proposed?: boolean;
}

/** What a new plan is called, wherever it comes from. */
export const NewPlanFields = ({ year, onYear, title, onTitle, proposed = false }: Props) => {
  const translate = useTranslate();
  const isYear = rocYearFrom(year) !== null;
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <TextField
        label={translate('resources.plans.fields.year')}
        value={year}
        onChange={event => onYear(event.target.value.trim())}
        error={!isYear}
        helperText={translate(isYear ? 'plans.yearHelp' : 'plans.notYear')}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 3 } }}
        sx={{ maxWidth: '12em' }}
      />
      <TextField
        fullWidth
        label={translate('resources.plans.fields.title')}
        value={title}
        onChange={event => onTitle(event.target.value)}
        error={proposed && title.trim() === ''}
        helperText={proposed ? undefined : translate('plans.titleHelp')}
        slotProps={{ htmlInput: { maxLength: longestTitle } }}
      />
    </Box>
  );
};
