import CloseIcon from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import { type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';

interface Props {
  /** The place as a person calls it. */
  readonly name: string;
  /** What stands there. */
  readonly text: string;
  readonly anchor: HTMLElement;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** What can be said of a place on a sheet, beside the place. */
export const PlacePopover = ({ name, text, anchor, children, onClose }: Props) => {
  const translate = useTranslate();
  const id = useId();
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      transitionDuration={0}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-labelledby': id,
          sx: { width: 'min(100vw - 24px, 520px)', p: 2, maxHeight: 'min(84dvh, 680px)' },
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Box id={id} sx={{ flex: 1, minWidth: 0, fontWeight: 700 }}>
          {name}
          {text === '' ? null : (
            <Box
              component="span"
              sx={{
                fontWeight: 400,
                display: '-webkit-box',
                WebkitBoxOrient: 'vertical',
                WebkitLineClamp: 3,
                overflow: 'hidden',
                overflowWrap: 'anywhere',
              }}
            >
              {text}
            </Box>
          )}
        </Box>
        <IconButton size="small" aria-label={translate('ra.action.close')} onClick={onClose}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      {children}
    </Popover>
  );
};
