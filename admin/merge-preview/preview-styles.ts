import { alpha, styled } from '@mui/material/styles';

/** Below this width of the preview itself the panes of a field stand under one another. */
const narrow = '@container merge (max-width: 720px)';

/**
 * The look of the merge preview, in one sheet of plain classes: six hundred rows are drawn without a style of their own, and
 * the browser leaves out what is off the screen.
 */
export const MergeFrame = styled('div')(({ theme }) => {
  const { palette } = theme;
  const dark = palette.mode === 'dark';
  const tint = (color: string) => alpha(color, dark ? 0.22 : 0.12);
  return {
    containerType: 'inline-size',
    containerName: 'merge',
    lineHeight: 1.7,
    fontSize: '0.9375rem',

    '& .merge-row': {
      contentVisibility: 'auto',
      containIntrinsicSize: 'auto 260px',
      backgroundColor: palette.background.paper,
      border: `1px solid ${palette.divider}`,
      borderLeft: `4px solid ${palette.divider}`,
      borderRadius: 8,
      padding: '12px 16px 16px',
      marginBottom: 12,
      scrollMarginTop: 120,
      scrollMarginBottom: 120,
    },
    '& .merge-row.is-open': { borderLeftColor: palette.error.main },
    '& .merge-row.is-settled': { borderLeftColor: palette.success.main },
    '& .merge-row.is-change': { borderLeftColor: palette.info.main },
    '& .merge-row.is-blocked': { borderLeftColor: palette.warning.main },
    '& .merge-row:focus-visible': { outlineOffset: 1 },

    '& .merge-path': { fontSize: '0.8125rem', color: palette.text.secondary },
    '& .merge-step': { margin: '2px 0 4px', fontSize: '1rem', fontWeight: 700, lineHeight: 1.6 },
    '& .merge-step a': { color: 'inherit', textDecorationColor: palette.text.secondary, textUnderlineOffset: '0.2em' },
    '& .merge-facts': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: 16,
      rowGap: 2,
      color: palette.text.secondary,
      fontSize: '0.875rem',
    },
    '& .merge-facts b': { color: palette.text.primary },

    '& .merge-field': { border: 0, margin: '12px 0 0', padding: 0, minWidth: 0 },
    '& .merge-field > legend': {
      padding: 0,
      marginBottom: 6,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: 12,
      width: '100%',
    },
    '& .merge-name': { fontWeight: 700 },
    '& .merge-cell': { color: palette.text.secondary, fontVariantNumeric: 'tabular-nums', fontSize: '0.875rem' },
    '& .merge-why': { color: palette.text.secondary, fontSize: '0.875rem', margin: '0 0 6px' },

    '& .merge-panes': { display: 'grid', gap: 8, gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
    '& .merge-panes.has-two': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    [narrow]: {
      '& .merge-panes, & .merge-panes.has-two': { gridTemplateColumns: 'minmax(0, 1fr)' },
      '& .merge-row': { padding: '10px 12px 12px' },
    },
    '& .merge-pane': {
      display: 'block',
      minWidth: 0,
      border: `1px solid ${palette.divider}`,
      borderRadius: 6,
      padding: '6px 12px 10px',
      backgroundColor: palette.background.paper,
    },
    '& .merge-pane.is-base': { backgroundColor: palette.sunken, color: palette.text.secondary },
    '& label.merge-pane': { cursor: 'pointer', borderColor: theme.palette.text.secondary },
    '& label.merge-pane:hover': { backgroundColor: palette.action.hover },
    '& .merge-pane.is-chosen': {
      borderColor: palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${palette.primary.main}`,
      backgroundColor: alpha(palette.primary.main, dark ? 0.1 : 0.045),
    },
    '& .merge-pane.is-impossible': { borderStyle: 'dashed' },
    '& .merge-pane-head': {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      fontSize: '0.8125rem',
      fontWeight: 700,
      color: palette.text.secondary,
      minHeight: 26,
      marginBottom: 2,
    },
    '& .merge-pane.is-chosen .merge-pane-head': { color: palette.primary.main },
    '& .merge-pane-head input': {
      margin: 0,
      colorScheme: palette.mode,
      width: 17,
      height: 17,
      accentColor: palette.primary.main,
      flex: 'none',
    },
    '& .merge-tag': { marginLeft: 'auto', whiteSpace: 'nowrap' },
    '& .merge-text': { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', color: palette.text.primary },
    '& .is-base .merge-text': { color: palette.text.secondary },
    '& .merge-text.is-open': { display: 'block' },
    '& .merge-text.is-clamped': {
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 8,
      overflow: 'hidden',
    },
    '& .merge-blank': { color: palette.text.secondary },
    '& .merge-clearing': { color: palette.warning.main, fontWeight: 700, display: 'block' },
    '& ins': {
      textDecoration: 'underline',
      textDecorationThickness: 2,
      textUnderlineOffset: '0.22em',
      textDecorationColor: palette.success.main,
      backgroundColor: tint(palette.success.main),
      borderRadius: 2,
    },
    '& del': {
      textDecorationColor: palette.error.main,
      backgroundColor: tint(palette.error.main),
      borderRadius: 2,
    },
    '& .merge-cut': { color: palette.text.secondary },
    '& .merge-more': {
      font: 'inherit',
      fontSize: '0.8125rem',
      fontWeight: 600,
      background: 'none',
      border: 0,
      padding: '2px 0',
      marginTop: 4,
      minHeight: 24,
      color: palette.primary.main,
      textDecoration: 'underline',
      textUnderlineOffset: '0.2em',
      cursor: 'pointer',
    },

    '& .merge-copy': { margin: '10px 0 0', padding: '8px 12px 10px', backgroundColor: palette.sunken, borderRadius: 6 },
    '& .merge-copy > p': { margin: 0, fontWeight: 600 },
    '& .merge-values': {
      margin: '4px 0 0',
      display: 'grid',
      gridTemplateColumns: 'minmax(6em, auto) minmax(0, 1fr)',
      columnGap: 16,
    },
    '& .merge-values dt': { color: palette.text.secondary },
    '& .merge-values dd': { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },

    '@media print': {
      '& .merge-row': { contentVisibility: 'visible', breakInside: 'avoid', borderLeftWidth: 1 },
      '& .merge-text.is-clamped': { display: 'block' },
      '& .merge-more': { display: 'none' },
    },
  };
});
