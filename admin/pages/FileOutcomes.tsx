import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import type { ReactNode } from 'react';

export interface FileOutcome {
  readonly key: string | number;
  readonly name: string;
  /** How it stands, as a chip. */
  readonly state: ReactNode;
  /** What there is to say of it. */
  readonly told: ReactNode;
}

interface Props {
  readonly files: readonly FileOutcome[];
  /** What can be done about them. */
  readonly below?: ReactNode;
}

/** What became of each file that was just dropped, told to those who do not see it too. */
export const FileOutcomes = ({ files, below }: Props) =>
  files.length === 0 ? null : (
    <Box role="status">
      <Card component="ul" sx={{ listStyle: 'none', m: 0, mb: 2, p: 0 }}>
        {files.map(({ key, name, state, told }) => (
          <Box
            component="li"
            key={key}
            sx={{
              px: 2,
              py: 1,
              borderTop: 1,
              borderColor: 'divider',
              '&:first-of-type': { border: 0 },
              '& p': { m: 0 },
            }}
          >
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
              <Box component="b" sx={{ overflowWrap: 'anywhere' }}>
                {name}
              </Box>
              {state}
            </Box>
            {told}
          </Box>
        ))}
      </Card>
      {below ? <Box sx={{ mb: 2 }}>{below}</Box> : null}
    </Box>
  );
