import type { SvgIconComponent } from '@mui/icons-material';
import GreenIcon from '@mui/icons-material/CheckCircle';
import RedIcon from '@mui/icons-material/Error';
import YellowIcon from '@mui/icons-material/Warning';
import type { Light } from '../../sync/model/index.ts';
import type { Tone } from '../fields/index.ts';

interface Look {
  readonly icon: SvgIconComponent;
  /** Name in the palette, and of the chip's tone. */
  readonly tone: 'success' | 'warning' | 'error';
  readonly chip: Tone;
}

/** The traffic lights as the charts and the heat map draw them; the same shapes as LightChip. */
export const lightLooks: Readonly<Record<Light, Look>> = {
  green: { icon: GreenIcon, tone: 'success', chip: 'good' },
  yellow: { icon: YellowIcon, tone: 'warning', chip: 'watch' },
  red: { icon: RedIcon, tone: 'error', chip: 'bad' },
};
