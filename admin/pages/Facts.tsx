import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useResourceContext, useTranslate } from 'react-admin';

interface FactProps {
  /** Names the label: `resources.{resource}.fields.{source}`. */
  readonly source: string;
  readonly children: ReactNode;
}

/** What is blank says so: a gap would look as if it were still to come. */
const value = {
  m: 0,
  minWidth: 0,
  overflowWrap: 'anywhere',
  '&:empty::before, & > span:empty:only-child::before': { content: '"—"', color: 'text.secondary' },
} as const;

/** One labelled value of a record. */
export const Fact = ({ source, children }: FactProps) => {
  const translate = useTranslate();
  const resource = useResourceContext() ?? '';
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '8.5em 1fr' }, columnGap: 2, py: 0.75 }}>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {translate(`resources.${resource}.fields.${source}`)}
      </Box>
      <Box component="dd" sx={value}>
        {children}
      </Box>
    </Box>
  );
};

/** The labelled values of a record, one under another. */
export const Facts = ({ children }: { readonly children: ReactNode }) => (
  <Box component="dl" sx={{ m: 0 }}>
    {children}
  </Box>
);
