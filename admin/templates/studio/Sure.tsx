import LikelyIcon from '@mui/icons-material/HelpOutlineOutlined';
import UnsureIcon from '@mui/icons-material/ReportProblemOutlined';
import SureIcon from '@mui/icons-material/VerifiedOutlined';
import { useTranslate } from 'react-admin';
import { Chip } from '../../fields/index.ts';
import { surenessOf } from '../corrections/doubts.ts';

const looks = {
  sure: { icon: SureIcon, tone: 'good' },
  likely: { icon: LikelyIcon, tone: 'watch' },
  unsure: { icon: UnsureIcon, tone: 'bad' },
} as const;

/** How sure the finder is of something. */
export const Sure = ({ confidence }: { readonly confidence: number }) => {
  const translate = useTranslate();
  const how = surenessOf(confidence);
  return <Chip {...looks[how]} word={translate(`templates.sure.${how}`, { percent: Math.round(confidence * 100) })} />;
};
