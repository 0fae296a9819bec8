import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  readonly source: string;
  /** In a line of its own. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One labelled value in a line of them. */
export const FileFact = ({ source, wide = false, children }: Props) => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', ...(wide ? { flexBasis: '100%' } : {}) }}>
      <Box component="dt" sx={{ color: 'text.secondary', flex: 'none' }}>
        {translate(`resources.collectionFiles.fields.${source}`)}
      </Box>
      <Box
        component="dd"
        sx={{
          m: 0,
          minWidth: 0,
          overflowWrap: 'anywhere',
          display: 'flex',
          gap: 0.75,
          alignItems: 'center',
          flexWrap: 'wrap',
        }}
      >
        {children}
      </Box>
    </Box>
  );
};
