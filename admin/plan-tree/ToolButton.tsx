import type { SvgIconComponent } from '@mui/icons-material';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';

interface Props {
  readonly icon: SvgIconComponent;
  readonly name: string;
  /** The key that does the same. */
  readonly shortcut?: string | undefined;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** One button of a tree's toolbar. It stays in the tab order when it has nothing to do, so that focus is not lost. */
export const ToolButton = ({ icon: Icon, name, shortcut, disabled = false, onClick }: Props) => (
  <Tooltip title={shortcut ? `${name}　${shortcut}` : name} describeChild={false}>
    <IconButton
      size="small"
      aria-label={name}
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onClick();
      }}
      sx={{ '&[aria-disabled="true"]': { opacity: 0.38, cursor: 'default' }, width: 36, height: 36 }}
    >
      <Icon fontSize="small" />
    </IconButton>
  </Tooltip>
);
