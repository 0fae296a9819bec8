import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import type { PlanChoice } from '../../sync/model/index.ts';
import { useBoxWords } from '../plan-tree/index.ts';

interface Props {
  readonly label: string;
  readonly choices: readonly PlanChoice[];
  readonly value: string | null;
  readonly onChoose: (id: string | null) => void;
}

/** Chooses a plan to lay beside another; whose plans they are stands above them. */
export const PlanPicker = ({ label, choices, value, onChoose }: Props) => {
  const translate = useTranslate();
  const words = useBoxWords();
  const order = ['own', 'superior', 'subordinate'];
  return (
    <Autocomplete
      {...words}
      options={choices.toSorted((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation))}
      value={choices.find(({ id }) => id === value) ?? null}
      groupBy={({ relation }) => translate(`planBeside.${relation}`)}
      getOptionLabel={({ title }) => title}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      onChange={(_, chosen) => onChoose(chosen?.id ?? null)}
      renderOption={({ key, ...props }, { title, agencyName, year, relation, state }) => (
        <Box component="li" key={key} {...props} sx={{ display: 'block !important' }}>
          <Box>{title}</Box>
          <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
            {[
              ...(relation === 'own' ? [] : [agencyName]),
              translate('plans.yearOf', { year }),
              translate(`states.plan.${state}`),
            ].join(translate('planTree.comma'))}
          </Box>
        </Box>
      )}
      renderInput={params => <TextField {...params} label={label} />}
      sx={{ flex: '1 1 20rem', maxWidth: 640 }}
    />
  );
};
