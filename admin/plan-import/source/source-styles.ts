import { styled } from '@mui/material/styles';

/** The look of a document, in one sheet of plain classes: it may have thousands of cells, none with a style of its own. */
export const SourceFrame = styled('div')(({ theme }) => {
  const { palette, breakpoints } = theme;
  const here = { backgroundColor: palette.action.selected };
  return {
    overflow: 'auto',
    margin: '0 -8px',
    fontSize: '0.9375rem',
    lineHeight: 1.7,
    [breakpoints.up('lg')]: { maxHeight: 'calc(100dvh - 176px)' },
    '& table': { borderCollapse: 'collapse', width: '100%', margin: '8px 0', fontSize: '0.875rem', lineHeight: 1.6 },
    '& td': { border: `1px solid ${palette.divider}`, padding: 2, verticalAlign: 'top', minWidth: '3.5em' },
    '& .source-page, & .source-cut': { color: palette.text.secondary, fontSize: '0.8125rem', margin: '8px 0' },
    '& .source-page': { textAlign: 'center' },
    '& .source-spot': {
      display: 'block',
      width: '100%',
      padding: '2px 6px',
      border: 0,
      borderRadius: 2,
      background: 'none',
      color: 'inherit',
      font: 'inherit',
      textAlign: 'left',
      whiteSpace: 'pre-line',
      overflowWrap: 'anywhere',
      cursor: 'pointer',
      '&:hover': { backgroundColor: palette.action.hover },
      '&[aria-current="true"]': { ...here, boxShadow: `inset 3px 0 0 ${palette.primary.main}`, '&:hover': here },
    },
    '& .source-spot svg': {
      fontSize: '1rem',
      color: palette.warning.main,
      verticalAlign: '-0.15em',
      marginRight: 4,
    },
  };
});
