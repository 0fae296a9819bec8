import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'react-admin';
import { type PlanChange, type PlanComparison, planChanges } from '../../sync/model/index.ts';
import { toneColor } from '../fields/index.ts';
import { looks } from './looks.ts';

interface Props {
  readonly counts: PlanComparison['counts'];
  readonly kinds: ReadonlySet<PlanChange>;
  readonly onKinds: (kinds: readonly PlanChange[]) => void;
}

/** How many rows are of each kind, and a switch for each to see no others. */
export const KindFilter = ({ counts, kinds, onKinds }: Props) => {
  const translate = useTranslate();
  return (
    <ToggleButtonGroup
      size="small"
      value={[...kinds]}
      onChange={(_, next: readonly PlanChange[]) => onKinds(next)}
      aria-label={translate('planDiff.filter')}
      sx={{
        flexWrap: 'wrap',
        gap: 0.75,
        // Said twice to outweigh the group, which joins its buttons and leaves out the borders between them.
        '&& .MuiToggleButton-root': { border: 1, borderColor: 'divider', borderRadius: '8px', m: 0 },
      }}
    >
      {planChanges.map(kind => {
        const { icon: Icon, tone } = looks[kind];
        return (
          <ToggleButton
            key={kind}
            value={kind}
            disabled={counts[kind] === 0}
            sx={{ gap: 0.5, px: 1.25, textTransform: 'none', color: 'text.primary' }}
          >
            <Icon aria-hidden sx={{ fontSize: '1.125rem', color: toneColor[tone] }} />
            {translate(`planDiff.kind.${kind}`)}
            <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 700 }}>
              {counts[kind]}
            </Box>
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
};
