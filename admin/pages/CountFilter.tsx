import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ReactNode } from 'react';

export interface Choice<T extends string> {
  readonly value: T;
  readonly count: number;
  readonly children: ReactNode;
}

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
}

/** Counts that are filters: each opens what it counts. */
export function CountFilter<T extends string>({ label, value, choices, onChange }: Props<T>) {
  return (
    <ToggleButtonGroup
      className="no-print"
      exclusive
      size="small"
      value={value}
      aria-label={label}
      onChange={(_, next: T | null) => next !== null && onChange(next)}
      sx={{
        flexWrap: 'wrap',
        gap: 0.75,
        '& .MuiToggleButton-root': {
          border: 1,
          borderColor: 'divider',
          borderRadius: '18px !important',
          ml: '0 !important',
          px: 1.5,
          py: 0.25,
          gap: 1,
          minHeight: 36,
          color: 'text.primary',
          textTransform: 'none',
          bgcolor: 'background.paper',
          fontVariantNumeric: 'tabular-nums',
          '&.Mui-selected, &.Mui-selected:hover': {
            bgcolor: 'primary.main',
            color: 'primary.contrastText',
            borderColor: 'primary.main',
            '& *': { color: 'inherit' },
          },
        },
      }}
    >
      {choices.map(({ value: one, count, children }) => (
        <ToggleButton key={one} value={one}>
          {children} <b>{count}</b>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
