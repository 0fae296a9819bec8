import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import InputAdornment from '@mui/material/InputAdornment';
import Skeleton from '@mui/material/Skeleton';
import TextField from '@mui/material/TextField';
import { useDeferredValue, useState } from 'react';
import { useGetList, useNotify, useTranslate } from 'react-admin';
import type { Evidence } from '../../../sync/model/index.ts';
import { RocDate } from '../../fields/index.ts';
import { formatOf } from '../format.ts';
import { Thumb } from '../Thumb.tsx';

const step = 20;

interface Props {
  /** Ids that are at the report already. */
  readonly attached: readonly string[];
  readonly onAttach: (ids: readonly string[]) => Promise<void>;
  readonly onClose: () => void;
}

/** Evidence that was uploaded before, to be used again. */
export const LibraryDialog = ({ attached, onAttach, onClose }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const [text, setText] = useState('');
  const [shown, setShown] = useState(step);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const q = useDeferredValue(text.trim());
  const { data, total, isPending } = useGetList<Evidence>('evidence', {
    filter: q === '' ? {} : { name_like: q },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: shown },
  });
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]);
  const add = async () => {
    setBusy(true);
    try {
      await onAttach(chosen);
      notify('evidence.library.added', { type: 'success', messageArgs: { smart_count: chosen.length } });
      onClose();
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="library-title" scroll="paper">
      <DialogTitle id="library-title">{translate('evidence.library.title')}</DialogTitle>
      <Box sx={{ px: 3, pb: 1 }}>
        <TextField
          autoFocus
          type="search"
          label={translate('evidence.library.search')}
          value={text}
          onChange={event => {
            setText(event.target.value);
            setShown(step);
          }}
          slotProps={{
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchIcon />
                </InputAdornment>
              ),
            },
          }}
        />
      </Box>
      <DialogContent dividers sx={{ minHeight: 240, p: 0 }}>
        {isPending ? <Skeleton variant="rounded" height={160} sx={{ m: 2 }} /> : null}
        {data?.length === 0 ? (
          <Box sx={{ p: 3, color: 'text.secondary' }}>
            {translate(q === '' ? 'evidence.library.empty' : 'evidence.library.none')}
          </Box>
        ) : null}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {data?.map(evidence => {
            const there = attached.includes(evidence.id);
            return (
              <Box component="li" key={evidence.id} sx={{ borderBottom: 1, borderColor: 'divider' }}>
                <Box
                  component="label"
                  sx={{
                    display: 'flex',
                    gap: 1.25,
                    alignItems: 'center',
                    px: 1.5,
                    py: 0.75,
                    cursor: there ? 'default' : 'pointer',
                  }}
                >
                  <Checkbox
                    checked={there || chosen.includes(evidence.id)}
                    disabled={there}
                    onChange={() => toggle(evidence.id)}
                  />
                  <Thumb evidence={evidence} size={44} />
                  <Box component="span" sx={{ minWidth: 0 }}>
                    <Box component="span" sx={{ display: 'block', overflowWrap: 'anywhere', lineHeight: 1.5 }}>
                      {evidence.name}
                    </Box>
                    <Box component="span" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
                      {there
                        ? translate('evidence.library.already')
                        : translate(`evidence.formats.${formatOf(evidence)}`)}
                      {' · '}
                      <RocDate value={evidence.createdAt} withTime={false} />
                    </Box>
                  </Box>
                </Box>
              </Box>
            );
          })}
        </Box>
        {data && total !== undefined && total > data.length ? (
          <Button onClick={() => setShown(shown + step)} sx={{ m: 1.5 }}>
            {translate('evidence.library.more')}
          </Button>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" disabled={busy || chosen.length === 0} onClick={() => void add()}>
          {chosen.length === 0
            ? translate('evidence.library.add')
            : translate('evidence.library.addCount', { smart_count: chosen.length })}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
