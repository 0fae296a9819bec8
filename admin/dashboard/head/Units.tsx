import Box from '@mui/material/Box';
import { useGetMany, useTranslate } from 'react-admin';
import type { HeatCell, Unit } from '../../../sync/model/index.ts';
import { Panel } from '../../pages/Panel.tsx';
import { percentOf, sumOf } from '../heat/sheets.ts';

const parts = [
  { part: 'accepted', color: 'success.main' },
  { part: 'submitted', color: 'info.main' },
] as const;

/** Side by side where the panel is wide enough for more than one. */
const list = {
  listStyle: 'none',
  m: 0,
  p: 0,
  display: 'grid',
  columnGap: 4,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 330px), 1fr))',
  fontVariantNumeric: 'tabular-nums',
} as const;

/** How far each unit is, the one furthest behind first. */
export const Units = ({ heat }: { readonly heat: readonly HeatCell[] }) => {
  const translate = useTranslate();
  const byUnit = [...Map.groupBy(heat, cell => cell.unitId)]
    .map(([unitId, cells]) => ({ unitId, sum: sumOf(cells) }))
    .toSorted((a, b) => percentOf(a.sum) - percentOf(b.sum) || b.sum.overdue - a.sum.overdue);
  const { data: units } = useGetMany<Unit>('units', { ids: byUnit.map(({ unitId }) => unitId) });
  return (
    <Panel title={translate('dashboard.units')}>
      <Box component="ul" sx={list}>
        {byUnit.map(({ unitId, sum }) => {
          const widths = { accepted: sum.accepted, submitted: sum.submitted };
          return (
            <Box
              component="li"
              key={unitId}
              sx={{ display: 'grid', gridTemplateColumns: '7em 1fr 3.2em 6em', gap: 1, alignItems: 'center', py: 0.25 }}
            >
              <span>{units?.find(unit => unit?.id === unitId)?.name ?? ''}</span>
              <Box
                aria-hidden
                sx={{
                  height: 14,
                  display: 'flex',
                  borderRadius: 1,
                  overflow: 'hidden',
                  bgcolor: 'sunken',
                  printColorAdjust: 'exact',
                }}
              >
                {parts.map(({ part, color }) => (
                  <Box
                    key={part}
                    sx={{
                      width: `${(widths[part] / Math.max(1, sum.total)) * 100}%`,
                      bgcolor: color,
                      printColorAdjust: 'exact',
                    }}
                  />
                ))}
              </Box>
              <Box component="b" sx={{ textAlign: 'right' }}>
                {percentOf(sum)}%
              </Box>
              <Box
                component="span"
                sx={{
                  textAlign: 'right',
                  color: sum.overdue > 0 ? 'error.main' : 'text.secondary',
                  fontWeight: sum.overdue > 0 ? 700 : 400,
                }}
              >
                {sum.overdue > 0
                  ? translate('dashboard.overduePieces', { count: sum.overdue })
                  : translate('dashboard.noneLate')}
              </Box>
            </Box>
          );
        })}
      </Box>
      <Box sx={{ display: 'flex', gap: 2, mt: 1, fontSize: '0.8125rem', color: 'text.secondary' }}>
        {parts.map(({ part, color }) => (
          <Box component="span" key={part} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
            <Box sx={{ width: 14, height: 10, borderRadius: 0.5, bgcolor: color, printColorAdjust: 'exact' }} />
            {translate(`dashboard.part.${part}`)}
          </Box>
        ))}
      </Box>
    </Panel>
  );
};
