import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Evidence } from '../../../sync/model/index.ts';
import { previewUrl } from '../format.ts';

/** An image as large as the window, or as large as it is. */
export const Picture = ({ evidence }: { readonly evidence: Evidence }) => {
  const translate = useTranslate();
  const [actual, setActual] = useState(false);
  const [failed, setFailed] = useState(false);
  if (failed)
    return (
      <Box role="alert" sx={{ flex: 1, display: 'grid', placeItems: 'center', p: 3 }}>
        {translate('evidence.viewer.failed')}
      </Box>
    );
  return (
    <>
      <Box
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', display: 'grid', placeItems: 'center', bgcolor: 'sunken', p: 1 }}
      >
        <Box
          component="img"
          src={previewUrl(evidence.id)}
          alt={evidence.name}
          onError={() => setFailed(true)}
          sx={actual ? {} : { maxWidth: '100%', maxHeight: 'calc(100dvh - 120px)', objectFit: 'contain' }}
        />
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'center', py: 0.5, bgcolor: 'background.paper' }}>
        <Button size="small" aria-pressed={actual} onClick={() => setActual(!actual)}>
          {translate(actual ? 'evidence.viewer.fit' : 'evidence.viewer.actualSize')}
        </Button>
      </Box>
    </>
  );
};
