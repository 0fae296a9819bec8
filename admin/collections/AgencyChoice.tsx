import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Agency } from '../../sync/model/index.ts';
import { ranked } from '../agencies/hierarchy.ts';
import { SearchBox } from '../pages/SearchBox.tsx';

interface Props {
  readonly agencies: readonly Agency[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
  readonly problem?: string | undefined;
}

const matching = (agencies: readonly Agency[], words: string) =>
  agencies.filter(({ name }) => words.split(/\s+/).every(word => name.includes(word)));

/** Whom a bureau asks: all of the agencies below it at first, to be searched and struck off. */
export const AgencyChoice = ({ agencies, chosen, onChoose, problem }: Props) => {
  const translate = useTranslate();
  const [words, setWords] = useState('');
  const rows = useMemo(() => ranked(agencies), [agencies]);
  const shown = new Set(matching(rows, words.trim()).map(({ id }) => id));
  const visible = rows.filter(({ id }) => shown.has(id));
  const taken = visible.filter(({ id }) => chosen.has(id)).length;
  const put = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) on ? next.add(id) : next.delete(id);
    onChoose(next);
  };
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mt: 1, minWidth: 0, width: '100%' }}>
      <Typography component="legend" sx={{ p: 0, mb: 0.5, fontWeight: 700 }}>
        {translate('collection.choice.title', { smart_count: chosen.size })}
      </Typography>
      {agencies.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>{translate('collection.choice.none')}</Typography>
      ) : (
        <>
          <SearchBox label={translate('collection.choice.search')} value={words} onChange={setWords} />
          <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, mt: 1, overflow: 'hidden' }}>
            <FormControlLabel
              sx={{ m: 0, px: 1, width: '100%', bgcolor: 'sunken', borderBottom: 1, borderColor: 'divider' }}
              control={
                <Checkbox
                  checked={visible.length > 0 && taken === visible.length}
                  indeterminate={taken > 0 && taken < visible.length}
                  onChange={(_, on) =>
                    put(
                      visible.map(({ id }) => id),
                      on,
                    )
                  }
                />
              }
              label={translate('collection.choice.all', { smart_count: visible.length })}
            />
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 320, overflowY: 'auto' }} tabIndex={-1}>
              {visible.map(({ id, name, depth }) => (
                <li key={id}>
                  <FormControlLabel
                    sx={{ m: 0, px: 1, pl: 1 + depth * 3, width: '100%' }}
                    control={
                      <Checkbox
                        size="small"
                        checked={chosen.has(id)}
                        onChange={(_, on) => put([id], on)}
                        sx={{ py: 0.5 }}
                      />
                    }
                    label={name}
                  />
                </li>
              ))}
              {visible.length === 0 ? (
                <Box component="li" sx={{ p: 2, color: 'text.secondary' }}>
                  {translate('collection.choice.noneFound')}
                </Box>
              ) : null}
            </Box>
          </Box>
        </>
      )}
      {problem ? (
        <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 0.5 }}>
          {translate(problem)}
        </Typography>
      ) : null}
    </Box>
  );
};
