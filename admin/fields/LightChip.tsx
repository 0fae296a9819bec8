import type { SvgIconComponent } from '@mui/icons-material';
import GreenIcon from '@mui/icons-material/CheckCircle';
import RedIcon from '@mui/icons-material/Error';
import YellowIcon from '@mui/icons-material/Warning';
import { useRecordContext, useTranslate } from 'react-admin';
import {
  dayInTaipei,
  defaultSettings,
  type Light,
  type LightInput,
  lightOf,
  type Settings,
} from '../../sync/model/index.ts';
import { Chip } from './Chip.tsx';
import type { Tone } from './tones.ts';

const looks: Readonly<Record<Light, { readonly icon: SvgIconComponent; readonly tone: Tone }>> = {
  green: { icon: GreenIcon, tone: 'good' },
  yellow: { icon: YellowIcon, tone: 'watch' },
  red: { icon: RedIcon, tone: 'bad' },
};

/** A traffic light: its shape and word say as much as its colour. */
export const LightChip = ({ light }: { readonly light: Light }) => {
  const translate = useTranslate();
  return <Chip {...looks[light]} word={translate(`lights.${light}`)} />;
};

/** The light of the present report by the agency's thresholds. */
export const LightField = ({
  limits = defaultSettings,
}: {
  readonly limits?: Pick<Settings, 'behindThreshold' | 'warningThreshold'>;
  readonly source?: string;
  readonly label?: string;
}) => {
  const report = useRecordContext<LightInput & { id: string }>();
  return report ? <LightChip light={lightOf(report, dayInTaipei(new Date()), limits)} /> : null;
};
