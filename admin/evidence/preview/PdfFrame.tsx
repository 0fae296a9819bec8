import NewTabIcon from '@mui/icons-material/OpenInNewOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { SxProps, Theme } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import type { Evidence } from '../../../sync/model/index.ts';
import { previewUrl } from '../format.ts';

interface Props {
  readonly evidence: Evidence;
  readonly sx: SxProps<Theme>;
}

/**
 * A PDF in a frame. The answer itself says that it is sandboxed; Chromium shows nothing in a frame that is sandboxed once more.
 * Phones that have no viewer of their own get a way out of the page instead of a blank frame.
 */
export const PdfFrame = ({ evidence, sx }: Props) => {
  const translate = useTranslate();
  if (navigator.pdfViewerEnabled)
    return <Box component="iframe" src={previewUrl(evidence.id)} title={evidence.name} sx={sx} />;
  return (
    <Box sx={[...(Array.isArray(sx) ? sx : [sx]), { display: 'grid', placeContent: 'center', gap: 2, p: 3 }]}>
      {translate('evidence.viewer.noPdf')}
      <Button
        component="a"
        variant="contained"
        href={previewUrl(evidence.id)}
        target="_blank"
        rel="noopener"
        startIcon={<NewTabIcon />}
      >
        {translate('evidence.viewer.newTab')}
      </Button>
    </Box>
  );
};
