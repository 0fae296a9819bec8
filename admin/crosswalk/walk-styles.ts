import { styled } from '@mui/material/styles';

const narrow = '@container walk (max-width: 560px)';

/** The superior's items with what serves them; sixty of each stay readable because a link stands below its item. */
export const WalkFrame = styled('div')(({ theme: { palette } }) => ({
  containerType: 'inline-size',
  containerName: 'walk',
  fontSize: '0.9375rem',
  lineHeight: 1.7,
  '& ul': { listStyle: 'none', margin: 0, padding: 0 },
  '& .walk-row': {
    display: 'flex',
    gap: 12,
    alignItems: 'flex-start',
    width: '100%',
    padding: '8px 12px',
    paddingLeft: 'calc(12px + var(--depth) * 1.25rem)',
    border: 0,
    borderBottom: `1px solid ${palette.divider}`,
    borderLeft: '3px solid transparent',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    scrollMarginTop: 120,
  },
  '& .walk-row:hover': { backgroundColor: palette.action.hover },
  '& .walk-row:focus-visible': { outlineOffset: -3 },
  '& .walk-row.is-active': { borderLeftColor: palette.primary.main, backgroundColor: palette.action.selected },
  '& .walk-row.depth-0': { backgroundColor: palette.sunken, fontWeight: 700 },
  '& .walk-row.depth-1': { fontWeight: 600 },
  '& .walk-text': { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  '& .walk-label': { color: palette.text.secondary, marginRight: '0.5em' },
  '& .walk-link': { display: 'block', fontWeight: 400, fontSize: '0.875rem', color: palette.text.secondary },
  '& .walk-side': { flex: 'none', textAlign: 'right', fontWeight: 400 },
  '& .walk-hint': { display: 'block', fontSize: '0.8125rem', color: palette.text.secondary },
  [narrow]: {
    '& .walk-row': { flexDirection: 'column', gap: 2, paddingLeft: 'calc(12px + var(--depth) * 0.6rem)' },
    '& .walk-side': { textAlign: 'left' },
    '& .walk-hint': { display: 'inline', marginLeft: 8 },
  },
}));
