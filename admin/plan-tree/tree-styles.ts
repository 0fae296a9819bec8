import { styled } from '@mui/material/styles';

/** Below this width of the tree itself its side cells stand under the text. */
const narrow = '@container tree (max-width: 640px)';

/**
 * The look of a plan's tree, in one sheet of plain classes: six hundred rows are drawn without a style of their own, and the
 * browser leaves out what is off the screen.
 */
export const TreeFrame = styled('div')(({ theme }) => {
  const { palette } = theme;
  const step = '1.5rem';
  return {
    containerType: 'inline-size',
    containerName: 'tree',
    fontVariantNumeric: 'tabular-nums',
    lineHeight: 1.7,
    fontSize: '0.9375rem',
    borderTop: `1px solid ${palette.divider}`,

    '& table, & thead, & tbody, & td': { display: 'block', padding: 0, textAlign: 'left' },
    '& .tree-row': {
      display: 'grid',
      gridTemplateColumns: 'var(--tree-columns)',
      columnGap: 16,
      alignItems: 'start',
      padding: '7px 12px 7px 6px',
      borderBottom: `1px solid ${palette.divider}`,
      borderLeft: '3px solid transparent',
      position: 'relative',
      scrollMarginTop: 'calc(var(--tree-top, 56px) + 56px)',
      scrollMarginBottom: 24,
    },
    '& .tree-body > .tree-row': { contentVisibility: 'auto', containIntrinsicSize: 'auto 56px', cursor: 'default' },
    '& .tree-row:focus-visible': { outlineOffset: -3 },
    '& .tree-body > .tree-row:hover': { backgroundColor: palette.action.hover },
    '& .tree-row.is-active': { borderLeftColor: palette.primary.main, backgroundColor: palette.action.selected },
    '& .tree-row.is-context .tree-text': { color: palette.text.secondary },
    '& .tree-row.is-editing': { contentVisibility: 'visible', zIndex: 2 },
    '& .tree-row.is-dragged': { opacity: 0.45 },

    '& thead': { position: 'sticky', top: 'var(--tree-top, 56px)', zIndex: 3 },
    '& .tree-head': {
      backgroundColor: palette.sunken,
      fontSize: '0.875rem',
      fontWeight: 700,
      borderBottomColor: palette.text.secondary,
    },

    '& .tree-row > .tree-main': {
      display: 'flex',
      alignItems: 'flex-start',
      minWidth: 0,
      paddingLeft: `calc(var(--depth) * ${step})`,
      backgroundImage: `repeating-linear-gradient(to right, transparent 0, transparent calc(${step} / 2 - 0.5px), ${palette.divider} calc(${step} / 2 - 0.5px), ${palette.divider} calc(${step} / 2 + 0.5px), transparent calc(${step} / 2 + 0.5px), transparent ${step})`,
      backgroundSize: `calc(var(--depth) * ${step}) calc(100% + 14px)`,
      backgroundPosition: '0 -7px',
      backgroundRepeat: 'no-repeat',
    },
    '& .tree-fold': {
      flex: 'none',
      width: 24,
      height: 26,
      marginRight: 2,
      color: palette.text.secondary,
      display: 'inline-grid',
      placeItems: 'center',
      '& svg': { fontSize: '1.25rem', transition: 'transform 120ms' },
      '&.is-open svg': { transform: 'rotate(90deg)' },
    },
    '& .tree-fold.is-parent': { cursor: 'pointer' },
    '& .tree-check': { flex: 'none', width: 18, height: 18, margin: '4px 8px 0 0', accentColor: palette.primary.main },
    '& .tree-label': { flex: 'none', marginRight: '0.5em', whiteSpace: 'nowrap', color: palette.text.secondary },
    '& .tree-text': { minWidth: 0, flex: 1, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
    // A long row opens where it stands as soon as it is chosen.
    '& .tree-row:not(.is-active) .tree-words': {
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 'var(--tree-lines, 3)',
      overflow: 'hidden',
    },
    '& .tree-blank': { color: palette.text.secondary, fontStyle: 'normal' },
    '& .tree-handle': {
      position: 'absolute',
      left: -2,
      top: 8,
      width: 14,
      height: 24,
      cursor: 'grab',
      color: palette.text.secondary,
      opacity: 0,
      '& svg': { fontSize: '1rem', marginLeft: '-1px' },
    },
    '& .tree-row:hover .tree-handle, & .tree-row.is-active .tree-handle': { opacity: 0.8 },

    '& .level-item': {
      backgroundColor: palette.sunken,
      paddingTop: 10,
      paddingBottom: 10,
      '& .tree-text, & .tree-label': { fontWeight: 700, fontSize: '1.0625rem', color: palette.text.primary },
    },
    '& .level-keyPoint': { '& .tree-text': { fontWeight: 600 }, '& .tree-label': { color: palette.text.primary } },
    '& .level-subStep .tree-text': { fontSize: '0.9rem' },

    '& .tree-side': { minWidth: 0, fontSize: '0.875rem', lineHeight: 1.6, paddingTop: 2 },
    // A row that says nothing at the side has the whole width for its text.
    '& .tree-body > .tree-row:not(:has(> .tree-side:not(:empty)))': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& .tree-body > .tree-row:not(:has(> .tree-side:not(:empty))) > .tree-side': { display: 'none' },
    '& .tree-below': {
      fontWeight: 400,
      fontSize: '0.875rem',
      lineHeight: 1.6,
      paddingTop: 2,
      color: palette.text.primary,
    },
    '& .tree-line': { display: 'block' },
    '& .tree-faded': { color: palette.text.secondary },
    '& .tree-warn': { color: palette.warning.main, fontWeight: 600 },
    '& .tree-warn svg': { fontSize: '1rem', verticalAlign: '-0.2em', marginRight: 2 },

    '& .drop-before::before, & .drop-after::after': {
      content: '""',
      position: 'absolute',
      left: `calc(8px + var(--depth) * ${step})`,
      right: 0,
      height: 3,
      borderRadius: 2,
      backgroundColor: palette.primary.main,
      zIndex: 4,
    },
    '& .drop-before::before': { top: -2 },
    '& .drop-after::after': { bottom: -2 },
    '& .drop-inside': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -2 },

    [narrow]: {
      '& .tree-row': { '--tree-lines': 5 },
      '& thead': { display: 'none' },
      '& .tree-body > .tree-row': {
        '--inset': 'calc(var(--depth) * 0.75rem)',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'baseline',
        columnGap: 14,
        rowGap: 2,
        padding: '9px 12px 9px calc(32px + var(--inset))',
      },
      // The side cells begin where the number does, however many lines they take; only the text row reaches back to the margin.
      '& .tree-row > .tree-main': {
        flex: '1 0 calc(100% + 26px + var(--inset))',
        marginLeft: 'calc(-26px - var(--inset))',
        paddingLeft: 'var(--inset)',
        backgroundImage: 'none',
      },
      '& .tree-side': { paddingTop: 0 },
      '& .tree-side:empty': { display: 'none' },
      '& .tree-line': { display: 'inline', marginRight: '0.75em' },
      '& .tree-handle': { display: 'none' },
    },
    '@media print': {
      '& .tree-row': { contentVisibility: 'visible', breakInside: 'avoid' },
      '& thead': { position: 'static' },
      '& .tree-row .tree-words': { display: 'inline !important' },
      '& .tree-row.is-active': { background: 'none', borderLeftColor: 'transparent' },
    },
  };
});

/** A table to the browser, a tree grid to whoever hears it. */
export const TreeTable = styled('table')({ width: '100%' });
