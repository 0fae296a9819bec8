import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import type { Dashboard } from '../../../sync/model/index.ts';
import { percentOf } from '../heat/sheets.ts';
import { Ring } from './Ring.tsx';

/** How much is accepted, as a ring. */
export const CompletionRing = ({ totals }: Pick<Dashboard, 'totals'>) => {
  const { palette } = useTheme();
  const percent = percentOf(totals);
  const done = percent > 0 ? [{ key: 'done', share: percent, color: palette.primary.main }] : [];
  return (
    <Ring width={18} track={palette.divider} arcs={done}>
      <Typography component="span" sx={{ fontSize: 30, fontWeight: 700 }}>
        {percent}%
      </Typography>
    </Ring>
  );
};
