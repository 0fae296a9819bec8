import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import type { ReactNode } from 'react';

interface HeadProps {
  readonly facts: ReactNode;
  /** What can be done with it now. */
  readonly children?: ReactNode;
}

/** What a page is about, in a line of facts above all the rest, with its verbs at the end. */
export const Head = ({ facts, children }: HeadProps) => (
  <Card sx={{ px: 2, py: 1.5, mb: 2, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
    <Box
      component="dl"
      sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3.5, rowGap: 0.5, flex: '1 1 420px' }}
    >
      {facts}
    </Box>
    <Box className="no-print" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      {children}
    </Box>
  </Card>
);

interface HeadFactProps {
  readonly label: string;
  /** In a line of its own. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One labelled value in that line. */
export const HeadFact = ({ label, wide = false, children }: HeadFactProps) => (
  <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', minWidth: 0, ...(wide ? { flexBasis: '100%' } : {}) }}>
    <Box component="dt" sx={{ color: 'text.secondary', flex: 'none' }}>
      {label}
    </Box>
    <Box
      component="dd"
      sx={{
        m: 0,
        minWidth: 0,
        minHeight: '1.7em',
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

interface OriginalProps {
  readonly href: string;
  readonly fileName: string;
  readonly children: ReactNode;
}

/** The file itself, as it came. */
export const Original = ({ href, fileName, children }: OriginalProps) => (
  <Button component="a" href={href} download={fileName} startIcon={<DownloadIcon />}>
    {children}
  </Button>
);
