import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useGetList } from 'react-admin';
import type { User } from '../../sync/model/index.ts';
import { useBoxWords } from '../plan-tree/index.ts';

const most = 1000;

/** The people of an agency or of one unit; a leaver may be disabled already. */
export function usePeople(filter: Readonly<Record<string, unknown>>, enabled = true): readonly User[] {
  const { data } = useGetList<User>(
    'users',
    { filter, sort: { field: 'name', order: 'ASC' }, pagination: { page: 1, perPage: most } },
    { enabled },
  );
  return data ?? [];
}

interface Props {
  readonly label: string;
  readonly people: readonly User[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly describe?: (person: User) => string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** The label is told but not shown, where a heading says it already. */
  readonly quiet?: boolean;
}

/** One person, found by name or account. */
export const PersonBox = ({ label, people, value, onChange, describe, placeholder, autoFocus, quiet }: Props) => (
  <Autocomplete
    {...useBoxWords()}
    size="small"
    options={[...people]}
    value={people.find(person => person.id === value) ?? null}
    onChange={(_, person) => onChange(person?.id ?? null)}
    getOptionLabel={person => (describe ? describe(person) : person.name)}
    getOptionKey={person => person.id}
    isOptionEqualToValue={(one, other) => one.id === other.id}
    renderInput={params => (
      <TextField
        {...params}
        {...(quiet ? { hiddenLabel: true, sx: { m: 0 } } : { label })}
        placeholder={placeholder ?? ''}
        autoFocus={autoFocus ?? false}
        slotProps={{
          ...params.slotProps,
          htmlInput: { ...params.slotProps.htmlInput, ...(quiet ? { 'aria-label': label } : {}) },
        }}
      />
    )}
  />
);
