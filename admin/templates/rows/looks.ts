import type { SvgIconComponent } from '@mui/icons-material';
import NoneIcon from '@mui/icons-material/BlockOutlined';
import ConfirmedIcon from '@mui/icons-material/CheckCircleOutlined';
import SuggestedIcon from '@mui/icons-material/HelpOutlineOutlined';
import OpenIcon from '@mui/icons-material/RadioButtonUnchecked';
import CertainIcon from '@mui/icons-material/TaskAltOutlined';
import type { Tone } from '../../fields/index.ts';
import type { Standing } from './mapping.ts';

/** Icon and tone of how a row stands to the plan. */
export const standingLooks: Readonly<Record<Standing, { readonly icon: SvgIconComponent; readonly tone: Tone }>> = {
  open: { icon: OpenIcon, tone: 'bad' },
  suggested: { icon: SuggestedIcon, tone: 'watch' },
  certain: { icon: CertainIcon, tone: 'note' },
  confirmed: { icon: ConfirmedIcon, tone: 'good' },
  none: { icon: NoneIcon, tone: 'neutral' },
};
