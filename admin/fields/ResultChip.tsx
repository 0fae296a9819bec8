import type { SvgIconComponent } from '@mui/icons-material';
import DoneIcon from '@mui/icons-material/CheckBoxOutlined';
import NotDoneIcon from '@mui/icons-material/DisabledByDefaultOutlined';
import NotApplicableIcon from '@mui/icons-material/DoDisturbOnOutlined';
import NoneIcon from '@mui/icons-material/HorizontalRuleOutlined';
import OngoingIcon from '@mui/icons-material/IndeterminateCheckBoxOutlined';
import { useFieldValue, useTranslate } from 'react-admin';
import type { Result } from '../../sync/model/index.ts';
import { Chip } from './Chip.tsx';
import type { Tone } from './tones.ts';

const looks: Readonly<Record<Result | 'none', { readonly icon: SvgIconComponent; readonly tone: Tone }>> = {
  done: { icon: DoneIcon, tone: 'good' },
  ongoing: { icon: OngoingIcon, tone: 'note' },
  notDone: { icon: NotDoneIcon, tone: 'bad' },
  notApplicable: { icon: NotApplicableIcon, tone: 'neutral' },
  none: { icon: NoneIcon, tone: 'neutral' },
};

/** 檢核結果; null is shown as not given. */
export const ResultChip = ({ result }: { readonly result: Result | null }) => {
  const translate = useTranslate();
  const kind = result ?? 'none';
  return <Chip {...looks[kind]} word={translate(`results.${kind}`)} />;
};

export const ResultField = ({ source = 'result' }: { readonly source?: string; readonly label?: string }) => (
  <ResultChip result={useFieldValue({ source }) as Result | null} />
);
