import type { SvgIconComponent } from '@mui/icons-material';
import AddIcon from '@mui/icons-material/AddCircleOutlineOutlined';
import SameIcon from '@mui/icons-material/DragHandle';
import RewordIcon from '@mui/icons-material/EditOutlined';
import RemoveIcon from '@mui/icons-material/RemoveCircleOutlineOutlined';
import MoveIcon from '@mui/icons-material/SwapVert';
import AdjustIcon from '@mui/icons-material/TuneOutlined';
import type { PlanChange } from '../../sync/model/index.ts';
import type { Tone } from '../fields/index.ts';

/** Icon and tone of each change; its word is `planDiff.kind.{change}`. */
export const looks: Readonly<Record<PlanChange, { readonly icon: SvgIconComponent; readonly tone: Tone }>> = {
  same: { icon: SameIcon, tone: 'neutral' },
  reworded: { icon: RewordIcon, tone: 'note' },
  moved: { icon: MoveIcon, tone: 'watch' },
  adjusted: { icon: AdjustIcon, tone: 'note' },
  added: { icon: AddIcon, tone: 'good' },
  removed: { icon: RemoveIcon, tone: 'bad' },
};
