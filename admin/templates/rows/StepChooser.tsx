import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { useBoxWords } from '../../plan-tree/index.ts';
import type { Mapped } from './mapping.ts';

export interface Step {
  readonly id: string;
  /** Numbering and text. */
  readonly name: string;
  /** Where it stands in the plan. */
  readonly path: string;
}

interface Props {
  readonly row: Mapped;
  /** The row as the form prints it. */
  readonly text: string;
  readonly steps: readonly Step[];
  readonly onChoose: (planItemId: string | null) => void;
  readonly onClose: () => void;
}

/** Chooses the step that a row stands for: the likely ones at once, any other by search, or none. */
export const StepChooser = ({ row, text, steps, onChoose, onClose }: Props) => {
  const translate = useTranslate();
  const id = useId();
  const words = useBoxWords();
  const known = new Map(steps.map(step => [step.id, step]));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={id}>
      <DialogTitle id={id}>{translate('templates.rows.which')}</DialogTitle>
      <DialogContent>
        <Box sx={{ bgcolor: 'sunken', borderRadius: 1, px: 1.5, py: 1, mb: 1.5 }}>
          <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
            {translate('exchange.row.place', { sheet: row.sheet, row: row.row })}
          </Box>
          {text}
        </Box>
        {row.candidates.length > 0 ? (
          <>
            <Box sx={{ fontWeight: 700 }}>{translate('templates.rows.likely')}</Box>
            <List component="div" dense disablePadding>
              {row.candidates.map(({ planItemId, score }) => {
                const step = known.get(planItemId);
                return (
                  <ListItemButton
                    key={planItemId}
                    selected={planItemId === row.planItemId}
                    onClick={() => onChoose(planItemId)}
                    sx={{ borderRadius: 1, gap: 2 }}
                  >
                    <ListItemText primary={step?.name ?? translate('exchange.row.unknown')} secondary={step?.path} />
                    <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
                      {translate('templates.rows.alike', { percent: Math.round(score * 100) })}
                    </Box>
                  </ListItemButton>
                );
              })}
            </List>
          </>
        ) : null}
        <Autocomplete
          {...words}
          options={steps}
          getOptionLabel={step => step.name}
          getOptionKey={step => step.id}
          filterOptions={(all, { inputValue }) => {
            const wanted = inputValue.trim().split(/\s+/).filter(Boolean);
            return all.filter(step => wanted.every(word => `${step.name} ${step.path}`.includes(word))).slice(0, 60);
          }}
          renderOption={({ key, ...props }, step) => (
            <Box component="li" key={key} {...props} sx={{ display: 'block !important' }}>
              <div>{step.name}</div>
              <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{step.path}</Box>
            </Box>
          )}
          onChange={(_, step) => step && onChoose(step.id)}
          renderInput={params => (
            <TextField
              {...params}
              label={translate('templates.rows.search')}
              helperText={translate('templates.rows.searchHelp')}
            />
          )}
          sx={{ mt: 1.5 }}
        />
      </DialogContent>
      <DialogActions sx={{ justifyContent: 'space-between', px: 3 }}>
        <Button onClick={() => onChoose(null)}>{translate('templates.rows.noStep')}</Button>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
      </DialogActions>
    </Dialog>
  );
};
