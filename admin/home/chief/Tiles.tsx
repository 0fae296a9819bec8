import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslate } from 'react-admin';
import type { ReportState } from '../../../sync/model/index.ts';
import { type Tone, toneColor } from '../../fields/index.ts';
import { stateLooks } from '../../fields/state-looks.ts';

interface Props {
  readonly states: readonly ReportState[];
  /** Undefined until they are known. */
  readonly counts: Readonly<Record<ReportState, number>> | undefined;
  readonly chosen: ReportState;
  readonly onChoose: (state: ReportState) => void;
}

/** What a chief has to act on is told by colour as well; a state without reports is quiet. */
const tones: Readonly<Partial<Record<ReportState, Tone>>> = { submitted: 'bad', returned: 'watch', accepted: 'good' };

/** One tile for each state with how many reports are in it; the chosen one shows them below. */
export const Tiles = ({ states, counts, chosen, onChoose }: Props) => {
  const translate = useTranslate();
  return (
    <Box
      role="group"
      aria-label={translate('board.states')}
      sx={{
        display: 'grid',
        gap: 1,
        gridTemplateColumns: { xs: 'repeat(3, minmax(0, 1fr))', md: 'repeat(6, minmax(0, 1fr))' },
      }}
    >
      {states.map(state => {
        const Icon = stateLooks.report[state].icon;
        const here = state === chosen;
        const count = counts?.[state] ?? 0;
        return (
          <ButtonBase
            key={state}
            aria-pressed={here}
            onClick={() => onChoose(state)}
            sx={{
              display: 'flex',
              flexDirection: 'column',
              justifyContent: 'space-between',
              alignItems: 'flex-start',
              textAlign: 'left',
              px: { xs: 1.25, sm: 2 },
              py: 1.25,
              minHeight: 84,
              border: '1px solid',
              borderColor: here ? 'primary.main' : 'divider',
              boxShadow: here ? theme => `inset 0 -4px 0 ${theme.palette.primary.main}` : 'none',
              borderRadius: 2,
              bgcolor: 'background.paper',
              font: 'inherit',
              '&:hover': { borderColor: 'primary.main' },
            }}
          >
            <Box
              component="span"
              sx={{
                display: 'flex',
                alignItems: 'flex-start',
                gap: 0.5,
                fontSize: '0.9375rem',
                lineHeight: 1.4,
                color: 'text.secondary',
                fontWeight: here ? 700 : 400,
              }}
            >
              <Icon aria-hidden sx={{ fontSize: '1.125rem' }} />
              {translate(`board.labels.${state}`)}
            </Box>
            <Box
              component="span"
              sx={{
                display: 'block',
                fontSize: '1.75rem',
                lineHeight: 1.3,
                fontWeight: 700,
                fontVariantNumeric: 'tabular-nums',
                color: count === 0 ? 'text.secondary' : toneColor[tones[state] ?? 'neutral'],
                ...(count > 0 && !tones[state] ? { color: 'text.primary' } : {}),
              }}
            >
              {counts ? count : '–'}
            </Box>
          </ButtonBase>
        );
      })}
    </Box>
  );
};
