import type { SvgIconComponent } from '@mui/icons-material';
import Box from '@mui/material/Box';
import { type Tone, toneColor } from './tones.ts';

interface Props {
  readonly icon: SvgIconComponent;
  readonly word: string;
  readonly tone: Tone;
}

/** Icon, word, colour: the one way in which the console says in what state something is. */
export const Chip = ({ icon: Icon, word, tone }: Props) => (
  <Box
    component="span"
    sx={{
      display: 'inline-flex',
      alignItems: 'center',
      gap: 0.5,
      color: toneColor[tone],
      fontWeight: 600,
      fontSize: '0.875rem',
      lineHeight: 1.6,
      whiteSpace: 'nowrap',
    }}
  >
    <Icon aria-hidden sx={{ fontSize: '1.125rem' }} />
    {word}
  </Box>
);
