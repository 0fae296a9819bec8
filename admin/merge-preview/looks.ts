import type { SvgIconComponent } from '@mui/icons-material';
import ClearingIcon from '@mui/icons-material/BackspaceOutlined';
import TurnedDownIcon from '@mui/icons-material/BlockOutlined';
import ConflictIcon from '@mui/icons-material/CallSplitOutlined';
import SettledIcon from '@mui/icons-material/CheckCircleOutlined';
import EqualIcon from '@mui/icons-material/DragHandleOutlined';
import ChangeIcon from '@mui/icons-material/EditOutlined';
import DoubtfulIcon from '@mui/icons-material/HelpOutlineOutlined';
import OursIcon from '@mui/icons-material/HomeWorkOutlined';
import LockedIcon from '@mui/icons-material/LockOutlined';
import PersonIcon from '@mui/icons-material/PersonOutlined';
import InvalidIcon from '@mui/icons-material/ReportGmailerrorredOutlined';
import type { FieldChange, MatchedBy } from '../../sync/model/index.ts';
import type { Tone } from '../fields/index.ts';

interface Look {
  readonly icon: SvgIconComponent;
  readonly tone: Tone;
}

type What = NonNullable<FieldChange['why']> | FieldChange['outcome'] | 'settled' | 'turnedDown' | 'clearing';

/** Icon and tone of whatever a field may be. */
export const fieldLooks: Readonly<Record<What, Look>> = {
  conflict: { icon: ConflictIcon, tone: 'bad' },
  bothChanged: { icon: ConflictIcon, tone: 'bad' },
  together: { icon: ConflictIcon, tone: 'bad' },
  locked: { icon: LockedIcon, tone: 'bad' },
  invalid: { icon: InvalidIcon, tone: 'bad' },
  doubtful: { icon: DoubtfulIcon, tone: 'bad' },
  settled: { icon: SettledIcon, tone: 'good' },
  theirs: { icon: ChangeIcon, tone: 'note' },
  ours: { icon: OursIcon, tone: 'neutral' },
  equal: { icon: EqualIcon, tone: 'neutral' },
  same: { icon: EqualIcon, tone: 'neutral' },
  turnedDown: { icon: TurnedDownIcon, tone: 'neutral' },
  clearing: { icon: ClearingIcon, tone: 'watch' },
};

/** Icon and tone of a row that was recognised without its id. */
export const matchLooks: Readonly<Record<Exclude<MatchedBy, 'id'>, Look>> = {
  question: { icon: DoubtfulIcon, tone: 'watch' },
  text: { icon: DoubtfulIcon, tone: 'watch' },
  person: { icon: PersonIcon, tone: 'good' },
};
