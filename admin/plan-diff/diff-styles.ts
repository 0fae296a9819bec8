import { styled } from '@mui/material/styles';

const narrow = '@container diff (max-width: 760px)';

/** The look of two plans side by side, in one sheet of plain classes, so that hundreds of rows are drawn without styles of their own. */
export const DiffFrame = styled('div')(({ theme }) => {
  const { palette } = theme;
  const edge = (color: string) => ({ borderLeftColor: color });
  return {
    containerType: 'inline-size',
    containerName: 'diff',
    fontVariantNumeric: 'tabular-nums',
    lineHeight: 1.7,
    fontSize: '0.9375rem',
    '& table': { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
    '& col.diff-kind': { width: '8.5rem' },
    '& th, & td': { textAlign: 'left', verticalAlign: 'top', padding: '7px 12px', fontWeight: 400 },
    '& thead th': {
      position: 'sticky',
      top: 56,
      zIndex: 3,
      backgroundColor: palette.sunken,
      fontWeight: 700,
      fontSize: '0.875rem',
      borderBottom: `1px solid ${palette.text.secondary}`,
    },
    '& tbody tr': { borderBottom: `1px solid ${palette.divider}`, scrollMarginTop: 120, scrollMarginBottom: 40 },
    '& tbody tr > :first-child': { borderLeft: '3px solid transparent' },
    '& tbody tr:focus-visible': { outlineOffset: -3 },
    // A link that stands is changed seldom, so it waits until somebody is at its row.
    '& .diff-undo': { visibility: 'hidden', position: 'absolute' },
    '& tr.is-active .diff-undo, & tr:focus-within .diff-undo': { visibility: 'visible', position: 'static' },
    '& tr.is-active': { backgroundColor: palette.action.selected },
    '& tr.reworded > :first-child, & tr.adjusted > :first-child': edge(palette.info.main),
    '& tr.moved > :first-child': edge(palette.warning.main),
    '& tr.added > :first-child': edge(palette.success.main),
    '& tr.removed > :first-child': edge(palette.error.main),
    '& tr.depth-0': { backgroundColor: palette.sunken },
    '& tr.depth-0 .diff-text': { fontWeight: 700 },
    '& tr.depth-1 .diff-text': { fontWeight: 600 },
    '& tr.is-context .diff-text': { color: palette.text.secondary },
    '& .diff-side': { paddingLeft: 'calc(12px + var(--depth, 0) * 1rem)' },
    '& .diff-text': { overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
    '& .diff-label': { marginRight: '0.5em', color: palette.text.secondary },
    '& .diff-more': { display: 'block', fontSize: '0.875rem', color: palette.text.secondary, lineHeight: 1.6 },
    '& .diff-fact': { display: 'inline-block', marginRight: '1em' },
    '& .diff-differs': { color: palette.text.primary, fontWeight: 600 },
    '& .diff-empty': { color: palette.text.secondary },
    '& del': { color: palette.error.main, textDecorationThickness: '1.5px' },
    '& ins': {
      color: palette.success.main,
      textDecorationThickness: '1.5px',
      textUnderlineOffset: '0.2em',
      fontWeight: 600,
    },
    '& .diff-name': { display: 'none' },
    [narrow]: {
      '& table, & tbody, & tr, & td, & tbody th': { display: 'block' },
      '& thead': { position: 'absolute', clipPath: 'inset(50%)', height: 1, overflow: 'hidden' },
      '& colgroup': { display: 'none' },
      '& tbody tr': { padding: '8px 0', borderLeft: '3px solid transparent' },
      '& tbody tr > :first-child': { borderLeft: 0 },
      '& tr.reworded, & tr.adjusted': edge(palette.info.main),
      '& tr.moved': edge(palette.warning.main),
      '& tr.added': edge(palette.success.main),
      '& tr.removed': edge(palette.error.main),
      '& td, & tbody th': { padding: '2px 12px' },
      '& .diff-side': { paddingLeft: 'calc(12px + var(--depth, 0) * 0.6rem)' },
      '& .diff-side.is-empty, & tr.same .diff-side.is-before': { display: 'none' },
      '& tr:not(.same):not(.added):not(.removed) .diff-name': {
        display: 'block',
        fontSize: '0.8125rem',
        color: palette.text.secondary,
      },
    },
    '@media print': { '& thead th': { position: 'static' } },
  };
});
