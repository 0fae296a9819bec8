import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useGetMany, useTranslate } from 'react-admin';
import type { Agency } from '../../../sync/model/index.ts';
import type { RoundChoice } from '../use-round-choice.ts';

const all = 'all';

/** Which round the page is about. */
export const RoundChooser = ({ rounds = [], round, own, choose }: RoundChoice) => {
  const translate = useTranslate();
  const foreign = !own;
  const ids = [...new Set(rounds.map(one => one.agencyId))];
  const { data: agencies } = useGetMany<Agency>('agencies', { ids }, { enabled: foreign });
  const agencyOf = (agencyId: string) =>
    foreign ? `${agencies?.find(agency => agency?.id === agencyId)?.name ?? ''}　` : '';
  return (
    <TextField
      select
      className="no-print"
      label={translate('dashboard.round')}
      value={round?.id ?? (foreign ? all : '')}
      onChange={event => choose(event.target.value === all ? '' : event.target.value)}
      sx={{ width: { xs: '100%', sm: 'auto' }, minWidth: { sm: 280 }, m: 0 }}
    >
      {foreign ? <MenuItem value={all}>{translate('dashboard.allOpen')}</MenuItem> : null}
      {rounds.map(one => (
        <MenuItem key={one.id} value={one.id}>
          {agencyOf(one.agencyId)}
          {one.title}　{translate(`states.round.${one.state}`)}
        </MenuItem>
      ))}
    </TextField>
  );
};
