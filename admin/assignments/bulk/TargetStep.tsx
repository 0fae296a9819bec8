import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { Unit } from '../../../sync/model/index.ts';
import { useBoxWords } from '../../plan-tree/index.ts';
import type { Wish } from './wish.ts';

interface UnitsProps {
  readonly label: string;
  readonly units: readonly Unit[];
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

const UnitsChoice = ({ label, units, value, onChange }: UnitsProps) => (
  <Autocomplete
    {...useBoxWords()}
    multiple
    disableCloseOnSelect
    options={[...units]}
    getOptionLabel={unit => unit.name}
    getOptionKey={unit => unit.id}
    isOptionEqualToValue={(one, other) => one.id === other.id}
    value={units.filter(unit => value.includes(unit.id))}
    onChange={(_, chosen) => onChange(chosen.map(unit => unit.id))}
    renderInput={params => <TextField {...params} label={label} />}
  />
);

interface Props {
  readonly wish: Wish;
  readonly units: readonly Unit[];
  readonly onWish: (change: Partial<Wish>) => void;
}

/** The units: those the plan prints, or others. */
export const TargetStep = ({ wish, units, onWish }: Props) => {
  const translate = useTranslate();
  const word = (key: string) => translate(`bulkAssignment.${key}`);
  return (
    <Card component="section" aria-labelledby="bulk-target" sx={{ p: 2 }}>
      <Typography id="bulk-target" variant="h2" sx={{ mb: 0.5 }}>
        {word('step.units')}
      </Typography>
      <RadioGroup
        aria-label={word('by')}
        value={wish.by}
        onChange={event => onWish({ by: event.target.value as Wish['by'] })}
      >
        <FormControlLabel value="plan" control={<Radio size="small" />} label={word('byPlan')} />
        <FormControlLabel value="choice" control={<Radio size="small" />} label={word('byChoice')} />
      </RadioGroup>
      {wish.by === 'plan' ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.9375rem' }}>{word('byPlanText')}</Box>
      ) : (
        <>
          <UnitsChoice label={word('lead')} units={units} value={wish.lead} onChange={lead => onWish({ lead })} />
          <UnitsChoice
            label={word('assist')}
            units={units.filter(unit => !wish.lead.includes(unit.id))}
            value={wish.assist}
            onChange={assist => onWish({ assist })}
          />
        </>
      )}
    </Card>
  );
};
