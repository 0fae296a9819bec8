import { useTheme } from '@mui/material/styles';
import { type Dashboard, lights } from '../../../sync/model/index.ts';
import { lightLooks } from '../light-looks.ts';

const size = 150;
const width = 26;
const radius = size / 2 - 4 - width / 2;
/** In percent of the ring. */
const gap = 0.8;

/**
 * The shares of the traffic lights, as a ring; the numbers stand beside it. Drawn with plain circles: the library's pie would
 * weigh a third of what the first screen may.
 */
export const LightsRing = ({ lights: counts }: Pick<Dashboard, 'lights'>) => {
  const { palette } = useTheme();
  const shown = lights.filter(light => counts[light] > 0);
  const total = shown.reduce((sum, light) => sum + counts[light], 0);
  const shares = shown.map(light => (counts[light] / total) * 100);
  return (
    <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <g fill="none" strokeWidth={width} transform={`rotate(-90 ${size / 2} ${size / 2})`}>
        {shown.map((light, i) => {
          const start = shares.slice(0, i).reduce((sum, share) => sum + share, 0);
          const length = shown.length === 1 ? 100 : Math.max(shares[i]! - gap, 0.2);
          return (
            <circle
              key={light}
              cx={size / 2}
              cy={size / 2}
              r={radius}
              pathLength={100}
              stroke={palette[lightLooks[light].tone].main}
              strokeDasharray={`${length} ${100 - length}`}
              strokeDashoffset={-start}
            />
          );
        })}
      </g>
    </svg>
  );
};
