import type { SvgIconComponent } from '@mui/icons-material';
import RejectedIcon from '@mui/icons-material/BlockOutlined';
import CleanIcon from '@mui/icons-material/CheckCircleOutlined';
import AppliedIcon from '@mui/icons-material/DoneAll';
import RivalIcon from '@mui/icons-material/FileCopyOutlined';
import DoubtfulIcon from '@mui/icons-material/HelpOutlineOutlined';
import ReadingIcon from '@mui/icons-material/PendingOutlined';
import UnknownIcon from '@mui/icons-material/PersonSearchOutlined';
import UnreadableIcon from '@mui/icons-material/ReportGmailerrorredOutlined';
import { useTranslate } from 'react-admin';
import { Chip, type Tone } from '../../fields/index.ts';
import type { Standing } from './standing.ts';

const looks: Readonly<Record<Standing, { readonly icon: SvgIconComponent; readonly tone: Tone }>> = {
  reading: { icon: ReadingIcon, tone: 'neutral' },
  unknown: { icon: UnknownIcon, tone: 'watch' },
  doubtful: { icon: DoubtfulIcon, tone: 'watch' },
  rival: { icon: RivalIcon, tone: 'watch' },
  clean: { icon: CleanIcon, tone: 'note' },
  unreadable: { icon: UnreadableIcon, tone: 'bad' },
  applied: { icon: AppliedIcon, tone: 'good' },
  rejected: { icon: RejectedIcon, tone: 'neutral' },
};

export const StandingChip = ({ standing }: { readonly standing: Standing }) => {
  const translate = useTranslate();
  return <Chip {...looks[standing]} word={translate(`collection.standing.${standing}`)} />;
};
