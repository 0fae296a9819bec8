/** A ring with its words beside it, or below where there is no room; paper has room. */
export const ringBeside = {
  display: 'flex',
  alignItems: 'center',
  gap: 2,
  flexWrap: 'wrap',
  '@media print': { flexWrap: 'nowrap', gap: 1 },
} as const;
