import { useTheme } from '@mui/material/styles';
import { Gauge, gaugeClasses } from '@mui/x-charts/Gauge';
import type { Dashboard } from '../../../sync/model/index.ts';
import { percentOf } from '../heat/sheets.ts';

const size = 150;

/** How much is accepted, as a ring. */
export const CompletionRing = ({ totals }: Pick<Dashboard, 'totals'>) => {
  const { palette } = useTheme();
  const percent = percentOf(totals);
  return (
    <Gauge
      width={size}
      height={size}
      value={percent}
      innerRadius="74%"
      text={`${percent}%`}
      aria-hidden
      sx={{
        [`& .${gaugeClasses.valueText} text`]: { fontSize: 30, fontWeight: 700, fill: palette.text.primary },
        [`& .${gaugeClasses.valueArc}`]: { fill: palette.primary.main },
        [`& .${gaugeClasses.referenceArc}`]: { fill: palette.divider },
      }}
    />
  );
};
