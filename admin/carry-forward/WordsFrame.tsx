import { styled } from '@mui/material/styles';

/** A list of texts with boxes to tick, each with its changes told as everywhere. */
export const WordsFrame = styled('div')(({ theme: { palette } }) => ({
  display: 'grid',
  gap: 4,
  '& .MuiFormControlLabel-root': {
    alignItems: 'flex-start',
    margin: 0,
    paddingTop: 6,
    borderTop: `1px solid ${palette.divider}`,
  },
  '& .MuiFormControlLabel-label': { overflowWrap: 'anywhere', minWidth: 0 },
  '& .words-label': { color: palette.text.secondary },
  '& .words-passage': { display: 'block' },
  '& del': { color: palette.error.main },
  '& ins': { color: palette.success.main, fontWeight: 600, textUnderlineOffset: '0.2em' },
}));
