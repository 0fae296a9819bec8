import ClearIcon from '@mui/icons-material/FilterAltOffOutlined';
import SearchIcon from '@mui/icons-material/SearchOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Unit } from '../../sync/model/index.ts';
import { useMonthName } from '../fields/use-month-name.ts';
import { isFiltering, noFilter, type TreeFilter } from './outline/index.ts';

interface Props {
  readonly filter: TreeFilter;
  readonly onNarrow: (change: Partial<TreeFilter>) => void;
  readonly units: readonly Unit[];
  /** Values of the state filter that make sense here, each with its text. */
  readonly states: readonly { readonly id: string; readonly name: string }[];
  /** How many rows match, told while a filter is on. */
  readonly matching: number;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

const Choice = ({ label, value, onChange, choices }: ChoiceProps) => {
  const translate = useTranslate();
  return (
    <TextField
      select
      label={label}
      value={choices.some(choice => choice.id === value) ? value : ''}
      onChange={event => onChange(event.target.value)}
      sx={{ width: 'auto', minWidth: { xs: '7em', sm: '8.5em' }, flex: { xs: 1, sm: 'none' }, m: 0 }}
    >
      <MenuItem value="">{translate('planTree.any')}</MenuItem>
      {choices.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
};

const pause = 200;
const months = Array.from({ length: 12 }, (_, n) => String(n + 1));

/** Narrows a tree by text, unit, state and check month. */
export const FilterBar = ({ filter, onNarrow, units, states, matching }: Props) => {
  const translate = useTranslate();
  const nameOf = useMonthName();
  const [typed, setTyped] = useState(filter.q);
  const sent = useRef(filter.q);
  useEffect(() => {
    if (filter.q !== sent.current) {
      sent.current = filter.q;
      setTyped(filter.q);
    }
  }, [filter.q]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      onNarrow({ q: typed });
    }, pause);
    return () => clearTimeout(timer);
  }, [typed, onNarrow]);
  return (
    <Box role="search" className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <TextField
        label={translate('planTree.find')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        sx={{ width: { xs: '100%', sm: '15em' }, m: 0 }}
        slotProps={{
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchIcon fontSize="small" />
              </InputAdornment>
            ),
          },
        }}
      />
      <Choice
        label={translate('planTree.unit')}
        value={filter.unit}
        onChange={unit => onNarrow({ unit })}
        choices={units}
      />
      <Choice
        label={translate('planTree.state')}
        value={filter.state}
        onChange={state => onNarrow({ state })}
        choices={states}
      />
      <Choice
        label={translate('planTree.dueIn')}
        value={filter.month}
        onChange={month => onNarrow({ month })}
        choices={months.map(id => ({ id, name: translate('fields.month', { month: nameOf(Number(id)) }) }))}
      />
      {isFiltering(filter) ? (
        <>
          <Button startIcon={<ClearIcon />} onClick={() => onNarrow(noFilter)}>
            {translate('shell.clearFilters')}
          </Button>
          <Box component="span" role="status" sx={{ color: 'text.secondary' }}>
            {translate('planTree.matching', { count: matching })}
          </Box>
        </>
      ) : null}
    </Box>
  );
};
