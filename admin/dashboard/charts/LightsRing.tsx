import { useTheme } from '@mui/material/styles';
import { type Dashboard, lights } from '../../../sync/model/index.ts';
import { lightLooks } from '../light-looks.ts';
import { Ring } from './Ring.tsx';

/** The shares of the traffic lights, as a ring; the numbers stand beside it. */
export const LightsRing = ({ lights: counts }: Pick<Dashboard, 'lights'>) => {
  const { palette } = useTheme();
  const shown = lights.filter(light => counts[light] > 0);
  const total = shown.reduce((sum, light) => sum + counts[light], 0);
  return (
    <Ring
      width={26}
      gap={0.8}
      arcs={shown.map(light => ({
        key: light,
        share: (counts[light] / total) * 100,
        color: palette[lightLooks[light].tone].main,
      }))}
    />
  );
};
