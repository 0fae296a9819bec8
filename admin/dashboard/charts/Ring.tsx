import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

const size = 150;
const edge = 4;

export interface Arc {
  readonly key: string;
  /** In percent of the ring. */
  readonly share: number;
  readonly color: string;
}

/**
 * Shares as arcs of a ring, clockwise from the top, with what stands in its middle. Decoration: the numbers stand beside it in
 * words. Plain circles, because the lightest chart of a charting library weighs as much as a seventh of what the first screen may.
 */
export const Ring = ({
  arcs,
  track = 'none',
  width,
  gap = 0,
  children,
}: {
  readonly arcs: readonly Arc[];
  /** Colour of what no arc covers. */
  readonly track?: string;
  readonly width: number;
  /** Between two arcs, in percent of the ring. */
  readonly gap?: number;
  readonly children?: ReactNode;
}) => {
  const middle = size / 2;
  const radius = middle - edge - width / 2;
  const between = arcs.length > 1 ? gap : 0;
  const starts = arcs.map((_, i) => arcs.slice(0, i).reduce((sum, { share }) => sum + share, 0));
  return (
    <Box aria-hidden sx={{ position: 'relative', width: size, height: size, flex: 'none' }}>
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        <g fill="none" strokeWidth={width} transform={`rotate(-90 ${middle} ${middle})`}>
          <circle cx={middle} cy={middle} r={radius} stroke={track} />
          {arcs.map(({ key, share, color }, i) => {
            const length = Math.max(share - between, 0.2);
            return (
              <circle
                key={key}
                cx={middle}
                cy={middle}
                r={radius}
                pathLength={100}
                stroke={color}
                strokeDasharray={`${length} ${100 - length}`}
                strokeDashoffset={-starts[i]!}
              />
            );
          })}
        </g>
      </svg>
      <Box sx={{ position: 'absolute', inset: 0, display: 'grid', placeItems: 'center' }}>{children}</Box>
    </Box>
  );
};
