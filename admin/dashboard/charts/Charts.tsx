import { useTheme } from '@mui/material/styles';
import { Gauge, gaugeClasses } from '@mui/x-charts/Gauge';
import { PieChart } from '@mui/x-charts/PieChart';
import { useTranslate } from 'react-admin';
import { type Dashboard, lights } from '../../../sync/model/index.ts';
import { percentOf } from '../heat/sheets.ts';
import { lightLooks } from '../light-looks.ts';

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

/** The shares of the traffic lights, as a ring; the numbers stand beside it. */
export const LightsRing = ({ lights: counts }: Pick<Dashboard, 'lights'>) => {
  const translate = useTranslate();
  const { palette } = useTheme();
  return (
    <PieChart
      width={size}
      height={size}
      hideLegend
      skipAnimation
      aria-hidden
      margin={4}
      slotProps={{ tooltip: { trigger: 'none' } }}
      series={[
        {
          innerRadius: '62%',
          paddingAngle: 1.5,
          cornerRadius: 2,
          data: lights
            .filter(light => counts[light] > 0)
            .map(light => ({
              id: light,
              value: counts[light],
              label: translate(`lights.${light}`),
              color: palette[lightLooks[light].tone].main,
            })),
        },
      ]}
    />
  );
};
