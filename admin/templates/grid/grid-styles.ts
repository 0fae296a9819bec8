import { alpha, styled } from '@mui/material/styles';
import { drawn } from '../parts/looks.ts';
import { parts } from '../parts/parts.ts';

export const gutter = 76;

/**
 * A sheet as Excel shows it, in one sheet of plain classes: thousands of cells are drawn without a style of their own. The
 * frame scrolls by itself so that column letters and row numbers stay in sight.
 */
export const GridFrame = styled('div')(({ theme }) => {
  const { palette } = theme;
  const { mode } = palette;
  const line = palette.divider;
  return {
    position: 'relative',
    overflow: 'auto',
    maxHeight: 'calc(100dvh - 190px)',
    minHeight: 240,
    backgroundColor: palette.background.paper,
    fontSize: '0.8125rem',
    lineHeight: 1.5,
    isolation: 'isolate',
    overscrollBehaviorX: 'contain',
    scrollbarGutter: 'stable',

    '& th, & td': { display: 'block', textAlign: 'left', fontWeight: 400 },
    '& .grid-head, & .grid-block': { display: 'grid', gridTemplateColumns: 'var(--grid-tracks)' },
    '& .grid-head': {
      position: 'sticky',
      top: 0,
      zIndex: 3,
      backgroundColor: palette.background.paper,
      borderBottom: `1px solid ${palette.text.secondary}`,
    },
    '& .grid-head tr, & .grid-block tr': { display: 'contents' },

    '& .grid-corner, & .grid-letter, & .grid-number': {
      backgroundColor: palette.background.paper,
      color: palette.text.primary,
      cursor: 'pointer',
      fontVariantNumeric: 'tabular-nums',
      borderRight: `1px solid ${line}`,
    },
    '& .grid-corner': { position: 'sticky', left: 0, zIndex: 1, cursor: 'default' },
    '& .grid-letter': {
      minWidth: 0,
      padding: '3px 4px 4px',
      textAlign: 'center',
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'stretch',
      gap: 2,
      overflow: 'hidden',
    },
    '& .grid-letter b': { fontWeight: 600, lineHeight: 1.3 },
    '& .grid-tag': {
      display: 'block',
      fontSize: '0.75rem',
      fontWeight: 700,
      lineHeight: 1.35,
      borderRadius: 3,
      padding: '1px 3px',
      overflowWrap: 'anywhere',
      color: palette.text.primary,
      whiteSpace: 'normal',
    },
    '& .grid-number': {
      display: 'flex',
      position: 'sticky',
      left: 0,
      zIndex: 2,
      borderBottom: `1px solid ${line}`,
      padding: '3px 6px',
      justifyContent: 'space-between',
      alignItems: 'flex-start',
      gap: 4,
    },
    '& .grid-number > span': { fontWeight: 600 },
    '& .grid-number small': { fontSize: '0.75rem', color: palette.text.secondary, whiteSpace: 'nowrap' },
    '& .grid-number.is-asks': { boxShadow: `inset 3px 0 0 ${palette.primary.main}` },
    '& .grid-number.is-asks small': { color: palette.primary.main, fontWeight: 700 },

    '& .grid-cell': {
      minWidth: 0,
      padding: '3px 6px',
      borderRight: `1px solid ${line}`,
      borderBottom: `1px solid ${line}`,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      color: palette.text.primary,
      cursor: 'cell',
      position: 'relative',
    },
    '& .grid-text': {
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 9,
      overflow: 'hidden',
    },
    '& .is-reaching': { zIndex: 1 },
    '& .is-reaching > .grid-text': { width: 'calc(var(--grid-reach) - 13px)', pointerEvents: 'none' },
    '& .grid-cell.is-header': { fontWeight: 700, textAlign: 'center', alignContent: 'center' },
    '& .grid-cell .grid-name': {
      display: 'inline-block',
      fontSize: '0.75rem',
      fontWeight: 700,
      padding: '0 4px',
      marginBottom: 2,
      borderRadius: 3,
      backgroundColor: palette.background.paper,
      border: `1px solid ${palette.text.secondary}`,
      color: palette.text.primary,
      whiteSpace: 'nowrap',
    },
    '& .grid-gap': {
      position: 'sticky',
      left: 0,
      width: 'fit-content',
      padding: '10px 12px',
      color: palette.text.secondary,
    },
    '& .grid-rest': { borderTop: `1px solid ${line}` },
    '& .is-unsure': { boxShadow: `inset 0 0 0 2px ${palette.warning.main}` },
    '& .is-unsure::after': {
      content: '"?"',
      position: 'absolute',
      top: 0,
      right: 0,
      width: 15,
      lineHeight: '15px',
      fontSize: '0.6875rem',
      fontWeight: 700,
      textAlign: 'center',
      color: palette.warning.contrastText,
      backgroundColor: palette.warning.main,
    },
    '& .is-named.is-unsure::after': { top: 'auto', bottom: 0 },
    '& .grid-letter.is-unsure': { position: 'relative' },
    '& .grid-cell:hover, & .grid-letter:hover, & .grid-number:hover': {
      outline: `2px solid ${alpha(palette.primary.main, 0.55)}`,
      outlineOffset: -2,
    },
    '& .is-here': { outline: `3px solid ${palette.primary.main} !important`, outlineOffset: '-3px !important' },
    '& [tabindex]:focus-visible': { outlineOffset: -3, borderRadius: 0 },

    ...Object.fromEntries(parts.map(part => [`& .part-${part}`, drawn(part, mode)])),

    '@media print': { maxHeight: 'none', overflow: 'visible' },
  };
});

/** The grid is a table to whoever hears it and a CSS grid to whoever sees it, so that merged cells need no empty ones beside them. */
export const GridTable = styled('table')({
  display: 'block',
  width: 'max-content',
  minWidth: '100%',
  borderSpacing: 0,
});
