import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { type SheetConnection, sheetModes } from '../../sync/model/index.ts';
import { mayUse, request, useSession } from '../data/index.ts';
import { intervalChoices } from './intervals.ts';

/** How it is kept in step, and how often; a choice is kept as soon as it is made. */
export const Schedule = ({ sheet }: { readonly sheet: SheetConnection }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const queries = useQueryClient();
  const { user } = useSession();
  const save = useMutation({
    mutationFn: (set: object) =>
      request(`/api/sheets/${sheet.id}`, { method: 'PATCH', json: { version: sheet.version, ...set } }),
    onSuccess: () => void queries.invalidateQueries(),
    onError: (error: Error) => {
      notify(error.message, { type: 'error' });
      refresh();
    },
  });
  const disabled = !mayUse(user.role, 'sheets', 'update') || save.isPending;
  const word = (name: string) => translate(`resources.sheets.fields.${name}`);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 2, mt: 2, maxWidth: 760 }}>
      <TextField
        select
        label={word('mode')}
        helperText={translate('sheets.help.mode')}
        disabled={disabled}
        value={sheet.mode}
        onChange={e => save.mutate({ mode: e.target.value })}
      >
        {sheetModes.map(id => (
          <MenuItem key={id} value={id}>
            {translate(`sheets.mode.${id}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={word('everyMinutes')}
        helperText={translate('sheets.help.everyMinutes')}
        disabled={disabled}
        value={sheet.everyMinutes ?? 0}
        onChange={e => save.mutate({ everyMinutes: Number(e.target.value) || null })}
      >
        {intervalChoices(translate).map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
};
