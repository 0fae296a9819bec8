/**
 * For tables whose rows a phone reads one under another: no head, each cell in its own line, blank cells left out. A cell of class
 * `stack-lead` or `stack-tail` stays at the side of the others, before or behind them; `data-label` says what a bare value is.
 */
export const stackedOnPhone = {
  '@media (max-width: 599.95px)': {
    '&, & > tbody': { display: 'block', minWidth: 0 },
    // Unseen, and no wider than that: what sticks out would let the rows be pushed aside.
    '& > thead': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
    '& > tbody > tr': {
      display: 'grid',
      gridTemplateColumns: 'auto minmax(0, 1fr) auto',
      py: 1,
      borderBottom: 1,
      borderColor: 'divider',
      '&:last-child': { border: 0 },
      '& > *': {
        display: 'block',
        gridColumn: '1 / -1',
        minWidth: 0,
        width: 'auto',
        border: 0,
        px: 2,
        py: 0.25,
        textAlign: 'start',
        '&:empty': { display: 'none' },
        '&[data-label]::before': { content: 'attr(data-label)', float: 'left', mr: 1, color: 'text.secondary' },
      },
      '&:has(> .stack-lead) > :not(.stack-lead, .stack-tail)': { gridColumnStart: 2, pl: 0 },
      '&:has(> .stack-tail) > :not(.stack-lead, .stack-tail)': { gridColumnEnd: 3 },
      '& > .stack-lead': { gridColumn: 1, gridRow: '1 / span 9', minWidth: 'max-content', px: 1, py: 0 },
      '& > .stack-tail': { gridColumn: 3, gridRow: '1 / span 9', minWidth: 'max-content', px: 0.5, py: 0 },
    },
  },
} as const;
