import type { SvgIconComponent } from '@mui/icons-material';
import OtherIcon from '@mui/icons-material/AttachFileOutlined';
import DocumentIcon from '@mui/icons-material/DescriptionOutlined';
import ImageIcon from '@mui/icons-material/ImageOutlined';
import LinkIcon from '@mui/icons-material/LinkOutlined';
import VideoIcon from '@mui/icons-material/MovieOutlined';
import PdfIcon from '@mui/icons-material/PictureAsPdfOutlined';
import SlidesIcon from '@mui/icons-material/SlideshowOutlined';
import SheetIcon from '@mui/icons-material/TableChartOutlined';
import TextIcon from '@mui/icons-material/TextSnippetOutlined';
import Box from '@mui/material/Box';
import { useState } from 'react';
import type { Evidence } from '../../sync/model/index.ts';
import { type Format, formatOf, previewOf, previewUrl } from './format.ts';

const icons: Readonly<Record<Format, SvgIconComponent>> = {
  image: ImageIcon,
  pdf: PdfIcon,
  text: TextIcon,
  document: DocumentIcon,
  sheet: SheetIcon,
  slides: SlidesIcon,
  video: VideoIcon,
  link: LinkIcon,
  other: OtherIcon,
};

interface Props {
  readonly evidence: Evidence;
  /** Pixels. */
  readonly size?: number;
}

/** A small picture of an image, an icon of anything else. It says nothing by itself: the name stands beside it. */
export const Thumb = ({ evidence, size = 52 }: Props) => {
  const [failed, setFailed] = useState(false);
  const Icon = icons[formatOf(evidence)];
  const asImage = previewOf(evidence) === 'image' && !failed;
  return (
    <Box
      component="span"
      sx={{
        display: 'grid',
        placeItems: 'center',
        flex: 'none',
        width: size,
        height: size,
        overflow: 'hidden',
        borderRadius: 1,
        border: 1,
        borderColor: 'divider',
        bgcolor: 'sunken',
        color: 'text.secondary',
      }}
    >
      {asImage ? (
        <img
          src={previewUrl(evidence.id)}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setFailed(true)}
          style={{ width: '100%', height: '100%', objectFit: 'cover' }}
        />
      ) : (
        <Icon aria-hidden />
      )}
    </Box>
  );
};
