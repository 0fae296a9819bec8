import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { CrosswalkItem, CrosswalkLink } from '../../sync/model/index.ts';
import { itemText } from '../assignments/item-text.ts';
import type { Links } from './use-links.ts';

interface Props {
  readonly link: CrosswalkLink;
  readonly step: CrosswalkItem;
  readonly links: Links | null;
}

const longestNote = 1000;

/** A step that serves the item in hand, with what is to be said of that. */
export const LinkedStep = ({ link, step, links }: Props) => {
  const translate = useTranslate();
  const [note, setNote] = useState<string | null>(null);
  const text = itemText(step);
  const keep = () => {
    if (note !== null && note.trim() !== link.note) links?.note(link, note.trim());
    setNote(null);
  };
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ overflowWrap: 'anywhere' }}>{text}</Box>
      {step.units.length > 0 ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{step.units.join(translate('planTree.comma'))}</Box>
      ) : null}
      {note !== null ? (
        <TextField
          autoFocus
          fullWidth
          multiline
          label={translate('crosswalk.note')}
          value={note}
          onChange={event => setNote(event.target.value)}
          onBlur={keep}
          slotProps={{ htmlInput: { maxLength: longestNote } }}
        />
      ) : link.note === '' ? null : (
        <Box sx={{ fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
          {translate('crosswalk.noted', { note: link.note })}
        </Box>
      )}
      {links && note === null ? (
        <Box className="no-print" sx={{ display: 'flex', gap: 0.5, ml: -0.75 }}>
          <Button
            size="small"
            onClick={() => setNote(link.note)}
            aria-label={translate('crosswalk.editNoteNamed', { text })}
          >
            {translate('crosswalk.editNote')}
          </Button>
          <Button
            size="small"
            color="error"
            disabled={links.busy}
            onClick={() => links.unlink(link)}
            aria-label={translate('crosswalk.unlinkNamed', { text })}
          >
            {translate('crosswalk.unlink')}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
};
