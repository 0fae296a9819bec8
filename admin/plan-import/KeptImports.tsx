import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { rocText } from '../fields/index.ts';
import type { KeptFile } from './kept.ts';

interface Props {
  readonly files: readonly KeptFile[];
  readonly onGoOn: (file: KeptFile) => void;
  readonly onDrop: (file: KeptFile) => void;
}

/** Imports that were begun in this browser and can be gone on with. */
export const KeptImports = ({ files, onGoOn, onDrop }: Props) => {
  const translate = useTranslate();
  if (files.length === 0) return null;
  return (
    <Card component="section" aria-labelledby="kept-imports" sx={{ p: 2, mt: 2 }}>
      <Typography id="kept-imports" variant="h2">
        {translate('planImport.kept.title')}
      </Typography>
      <Box sx={{ color: 'text.secondary', mb: 1 }}>{translate('planImport.kept.text')}</Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {files.map(file => (
          <Box
            component="li"
            key={file.sha256}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              gap: 1,
              alignItems: 'center',
              py: 0.75,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <Box sx={{ flex: 1, minWidth: '12em', overflowWrap: 'anywhere' }}>
              {translate('planImport.kept.row', { name: file.fileName, at: rocText(file.at) })}
            </Box>
            <Button size="small" variant="outlined" onClick={() => onGoOn(file)}>
              {translate('planImport.kept.go')}
            </Button>
            <Button size="small" onClick={() => onDrop(file)}>
              {translate('planImport.kept.drop')}
            </Button>
          </Box>
        ))}
      </Box>
    </Card>
  );
};
