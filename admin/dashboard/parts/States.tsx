import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type Dashboard, reportStates } from '../../../sync/model/index.ts';
import { StateChip } from '../../fields/index.ts';
import { stateLooks } from '../../fields/state-looks.ts';
import { toneColor } from '../../fields/tones.ts';
import { Panel } from '../../pages/Panel.tsx';
import { reportsAt } from '../links.ts';

/** One grid for all lines, so that the bars begin and end together however long the numbers are. */
const list = {
  listStyle: 'none',
  m: 0,
  p: 0,
  display: 'grid',
  columnGap: 1,
  gridTemplateColumns: 'max-content minmax(16px, 1fr) max-content',
} as const;

interface Props extends Pick<Dashboard, 'totals'> {
  readonly roundId: string | undefined;
}

/** How many reports are in which state; each number leads to its reports. */
export const States = ({ totals, roundId }: Props) => {
  const translate = useTranslate();
  const most = Math.max(1, ...reportStates.map(state => totals[state]));
  return (
    <Panel title={translate('dashboard.states')}>
      <Box component="ul" sx={list}>
        {reportStates.map(state => (
          <Box
            component="li"
            key={state}
            sx={{
              display: 'grid',
              gridColumn: '1 / -1',
              gridTemplateColumns: 'subgrid',
              alignItems: 'center',
              minHeight: 28,
            }}
          >
            <StateChip machine="report" state={state} />
            <Box aria-hidden sx={{ height: 10, borderRadius: 1, bgcolor: 'sunken', printColorAdjust: 'exact' }}>
              <Box
                sx={{
                  height: 1,
                  borderRadius: 1,
                  width: `${(totals[state] / most) * 100}%`,
                  bgcolor: toneColor[stateLooks.report[state].tone],
                  printColorAdjust: 'exact',
                }}
              />
            </Box>
            <Box sx={{ textAlign: 'right', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
              <Link component={RouterLink} to={reportsAt({ roundId, state })} sx={{ fontWeight: 700 }}>
                {translate('dashboard.pieces', { count: totals[state] })}
              </Link>
            </Box>
          </Box>
        ))}
      </Box>
    </Panel>
  );
};
