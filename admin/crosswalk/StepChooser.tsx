import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useDeferredValue, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { CrosswalkItem } from '../../sync/model/index.ts';
import { itemText } from '../assignments/item-text.ts';
import type { Links } from './use-links.ts';

interface Props {
  readonly items: readonly CrosswalkItem[];
  readonly taken: ReadonlySet<string>;
  readonly links: Links;
  readonly onLink: (planItemId: string) => void;
}

const mostShown = 12;
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Any row of the own plan, found by its text or unit. */
export const StepChooser = ({ items, taken, links, onLink }: Props) => {
  const translate = useTranslate();
  const [q, setQ] = useState('');
  const wanted = plain(useDeferredValue(q).trim());
  const found =
    wanted === ''
      ? []
      : items.filter(
          item => !taken.has(item.id) && plain(`${itemText(item)} ${item.units.join(' ')}`).includes(wanted),
        );
  return (
    <Box sx={{ mt: 2 }}>
      <TextField
        fullWidth
        size="small"
        type="search"
        label={translate('crosswalk.find')}
        value={q}
        onChange={event => setQ(event.target.value)}
      />
      <Box role="status" sx={{ color: 'text.secondary', fontSize: '0.875rem', mt: 0.5 }}>
        {wanted === '' ? translate('crosswalk.findHelp') : translate('crosswalk.found', { smart_count: found.length })}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {found.slice(0, mostShown).map(item => (
          <Box
            component="li"
            key={item.id}
            sx={{ display: 'flex', gap: 1, py: 0.75, borderTop: 1, borderColor: 'divider', alignItems: 'flex-start' }}
          >
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{itemText(item)}</Box>
            <Button
              size="small"
              disabled={links.busy}
              onClick={() => onLink(item.id)}
              aria-label={translate('crosswalk.linkNamed', { text: itemText(item) })}
            >
              {translate('crosswalk.link')}
            </Button>
          </Box>
        ))}
      </Box>
      {found.length > mostShown ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{translate('crosswalk.narrow')}</Box>
      ) : null}
    </Box>
  );
};
