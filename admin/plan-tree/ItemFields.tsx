import WarnIcon from '@mui/icons-material/WarningAmberRounded';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { cadences, type PlanItem } from '../../sync/model/index.ts';
import { MonthsBox } from '../fields/index.ts';
import { type ItemContent, unitNamesIn } from './outline/index.ts';
import { useBoxWords } from './use-box-words.ts';
import { useMeanings } from './use-units.ts';

interface Props {
  readonly value: ItemContent;
  readonly onChange: (change: Partial<ItemContent>) => void;
  /** Names to choose from; any other can be typed. */
  readonly unitNames: readonly string[];
}

const limits = { label: 20, text: 8000, remarks: 4000, unit: 60 };

const UnitsBox = ({ value, onChange, unitNames }: Props) => {
  const translate = useTranslate();
  const meanings = useMeanings();
  return (
    <Autocomplete
      {...useBoxWords()}
      multiple
      freeSolo
      autoSelect
      options={[...unitNames, translate('planTree.everyUnit')]}
      value={[...value.units]}
      onChange={(_, names) =>
        onChange({ units: [...new Set(names.flatMap(unitNamesIn))].map(n => n.slice(0, limits.unit)) })
      }
      renderValue={(names, itemProps) =>
        names.map((name, index) => {
          const { key, ...rest } = itemProps({ index });
          const unknown = meanings(name).kind === 'unknown';
          return (
            <Chip
              key={key}
              {...rest}
              size="small"
              variant={unknown ? 'outlined' : 'filled'}
              color={unknown ? 'warning' : 'default'}
              {...(unknown ? { icon: <WarnIcon /> } : {})}
              label={unknown ? translate('planTree.unknownUnit', { name }) : name}
            />
          );
        })
      }
      renderInput={params => (
        <TextField
          {...params}
          label={translate('resources.planItems.fields.units')}
          helperText={translate('planTree.unitsHelp')}
        />
      )}
    />
  );
};

/** Everything a person writes about a row of a plan, as one controlled group of boxes. */
export const ItemFields = (props: Props) => {
  const { value, onChange } = props;
  const translate = useTranslate();
  const words = useBoxWords();
  const name = (field: keyof PlanItem) => translate(`resources.planItems.fields.${field}`);
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <TextField
        label={name('label')}
        value={value.label ?? ''}
        onChange={event => onChange({ label: event.target.value === '' ? null : event.target.value })}
        sx={{ maxWidth: '9em' }}
        slotProps={{ htmlInput: { maxLength: limits.label } }}
      />
      <TextField
        label={name('text')}
        value={value.text}
        multiline
        minRows={3}
        onChange={event => onChange({ text: event.target.value })}
        slotProps={{ htmlInput: { maxLength: limits.text } }}
      />
      <UnitsBox {...props} />
      <MonthsBox value={value.checkMonths} onChange={months => onChange({ checkMonths: [...months] })} />
      <Autocomplete
        {...words}
        multiple
        options={[...cadences]}
        value={[...value.cadence]}
        onChange={(_, chosen) => onChange({ cadence: chosen })}
        renderInput={params => <TextField {...params} label={name('cadence')} />}
        sx={{ mt: 1 }}
      />
      <TextField
        label={name('remarks')}
        value={value.remarks}
        multiline
        onChange={event => onChange({ remarks: event.target.value })}
        slotProps={{ htmlInput: { maxLength: limits.remarks } }}
      />
    </Box>
  );
};
