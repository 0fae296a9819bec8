import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Beside the title, such as a button or a count. */
  readonly aside?: ReactNode;
}

/** One part of a page on a sheet of its own, named by its heading. */
export const Panel = ({ title, aside, children }: Props) => {
  const heading = useId();
  return (
    <Card component="section" aria-labelledby={heading} sx={{ p: { xs: 2, sm: 2.5 }, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1.5, flexWrap: 'wrap', mb: 1.5 }}>
        <Typography id={heading} variant="h2">
          {title}
        </Typography>
        {aside ? <Box sx={{ ml: 'auto' }}>{aside}</Box> : null}
      </Box>
      {children}
    </Card>
  );
};
