import { alpha, styled } from '@mui/material/styles';

const hidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** The look of the heat map. The tint says how much is accepted; number, icon and word say it too. */
export const HeatFrame = styled('div')(({ theme }) => {
  const { palette } = theme;
  return {
    '& .heat-scroll': { overflowX: 'auto', position: 'relative' },
    '& table': {
      width: '100%',
      minWidth: 'max-content',
      borderCollapse: 'separate',
      borderSpacing: 3,
      fontVariantNumeric: 'tabular-nums',
    },
    '& th': { fontWeight: 600, textAlign: 'center', padding: '4px 8px', verticalAlign: 'bottom', lineHeight: 1.5 },
    '& th.heat-item': {
      textAlign: 'left',
      // Not a share of the table, of which forty units make more than the window shows.
      width: 300,
      minWidth: 220,
      position: 'sticky',
      left: 0,
      zIndex: 1,
      backgroundColor: palette.background.paper,
      verticalAlign: 'middle',
      fontWeight: 500,
    },
    // A long name takes lines, not the room of two columns.
    '& .heat-unit': { display: 'inline-block', maxWidth: '8em', overflowWrap: 'anywhere' },
    '& td': { padding: 0, textAlign: 'center', minWidth: 92, height: 52 },
    '& .heat-cell': {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'center',
      alignItems: 'center',
      height: 52,
      borderRadius: 6,
      color: palette.text.primary,
      textDecoration: 'none',
      lineHeight: 1.35,
      backgroundColor: alpha(palette.primary.main, 0.05),
      border: '2px solid transparent',
    },
    '& a.heat-cell:hover': { borderColor: palette.primary.main },
    '& .heat-cell.is-none': { color: palette.text.secondary, backgroundColor: 'transparent' },
    '& .heat-share': { display: 'flex', alignItems: 'center', gap: 4, fontWeight: 700, fontSize: '1.0625rem' },
    '& .heat-share svg': { fontSize: '1rem' },
    '& .heat-count': { fontSize: '0.8125rem', whiteSpace: 'nowrap' },
    '& .heat-count b': { marginLeft: 6 },
    '& .heat-sum .heat-cell': { backgroundColor: palette.sunken },
    '& .heat-hidden': hidden,
    '& .heat-paper': { display: 'none' },
    '& .heat-legend': {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: 20,
      rowGap: 4,
      alignItems: 'center',
      marginTop: 10,
      color: palette.text.secondary,
      fontSize: '0.875rem',
    },
    '& .heat-legend > span': { display: 'inline-flex', alignItems: 'center', gap: 6 },
    '& .heat-ramp': { display: 'inline-flex', alignItems: 'center', gap: 6 },
    '& .heat-ramp i': { width: 20, height: 14, borderRadius: 3, display: 'block' },
    '@media (max-width: 700px)': {
      '& th.heat-item': { minWidth: 138, width: 138, fontSize: '0.875rem', padding: '4px 6px 4px 0' },
      '& td': { minWidth: 74 },
    },
    '@media print': {
      '& .heat-screen': { display: 'none' },
      '& .heat-paper': { display: 'block' },
      '& .heat-paper .heat-scroll': { breakInside: 'avoid', marginBottom: 16 },
      '& .heat-scroll': { overflow: 'visible' },
      '& table': { minWidth: 0, tableLayout: 'fixed', fontSize: '0.75rem', borderSpacing: 2 },
      '& th': { padding: '2px 3px' },
      '& th.heat-item': { minWidth: 0, width: '26%', backgroundColor: 'transparent', fontSize: '0.75rem' },
      '& td': { minWidth: 0, height: 38 },
      // A foot that is repeated on every page would look like a sum of that page.
      '& tfoot': { display: 'table-row-group' },
      '& .heat-cell': { height: 'auto', minHeight: 38, color: '#000 !important', printColorAdjust: 'exact' },
      '& .heat-ramp i': { printColorAdjust: 'exact' },
      '& .heat-share': { fontSize: '0.8rem', gap: 2 },
      '& .heat-share svg': { fontSize: '0.8rem' },
      '& .heat-count': { fontSize: '0.65rem', whiteSpace: 'normal' },
      '& .heat-count b': { display: 'block', marginLeft: 0 },
    },
  };
});
