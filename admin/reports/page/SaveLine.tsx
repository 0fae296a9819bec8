import type { SvgIconComponent } from '@mui/icons-material';
import ClashIcon from '@mui/icons-material/CallSplitOutlined';
import SavedIcon from '@mui/icons-material/CloudDoneOutlined';
import OfflineIcon from '@mui/icons-material/CloudOffOutlined';
import SendingIcon from '@mui/icons-material/CloudSyncOutlined';
import WaitingIcon from '@mui/icons-material/EditOutlined';
import RefusedIcon from '@mui/icons-material/ErrorOutlined';
import LockedIcon from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { type Tone, toneColor } from '../../fields/index.ts';
import { type Editing, type SaveStatus, statusOf, unsaved } from '../writing/editing.ts';
import { readForm } from '../writing/form.ts';

const looks: Readonly<Record<SaveStatus, { readonly icon: SvgIconComponent; readonly tone: Tone }>> = {
  untouched: { icon: SavedIcon, tone: 'neutral' },
  waiting: { icon: WaitingIcon, tone: 'neutral' },
  sending: { icon: SendingIcon, tone: 'neutral' },
  saved: { icon: SavedIcon, tone: 'good' },
  unfinished: { icon: WaitingIcon, tone: 'watch' },
  offline: { icon: OfflineIcon, tone: 'watch' },
  refused: { icon: RefusedIcon, tone: 'bad' },
  clash: { icon: ClashIcon, tone: 'bad' },
  locked: { icon: LockedIcon, tone: 'watch' },
};

/** Passing states are seen but not read out: they change with every pause. */
const silent: readonly SaveStatus[] = ['untouched', 'waiting', 'sending'];

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Taipei', hour: '2-digit', minute: '2-digit' });

function useWords(state: Editing, status: SaveStatus, keptHere: boolean): string {
  const translate = useTranslate();
  const fields = (names: readonly string[]) =>
    names.map(name => translate(`resources.reports.fields.${name}`)).join(translate('report.and'));
  const params = {
    time: state.savedAt ? clock.format(new Date(state.savedAt)) : '',
    fields: fields(readForm(state.form).unfinished.filter(name => unsaved(state).includes(name))),
    reason: state.trouble?.kind === 'refused' ? state.trouble.message : '',
  };
  return translate(`report.save.${status === 'offline' && !keptHere ? 'offlineNotKept' : status}`, params);
}

interface Props {
  readonly state: Editing;
  /** Whether this device could keep the draft. */
  readonly keptHere: boolean;
  readonly onAgain: () => void;
  readonly onChoose: () => void;
}

/** Where what was typed is: on its way, saved and when, or only here and why. */
export const SaveLine = ({ state, keptHere, onAgain, onChoose }: Props) => {
  const translate = useTranslate();
  const status = statusOf(state);
  const { icon: Icon, tone } = looks[status];
  const text = useWords(state, status, keptHere);
  return (
    <Box
      data-save={status}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.75,
        minWidth: 0,
        color: toneColor[tone],
        fontSize: '0.875rem',
        lineHeight: 1.5,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: '1.125rem', flex: 'none' }} />
      <Box component="span" sx={{ minWidth: 0 }}>
        <span role="status">{silent.includes(status) ? '' : text}</span>
        {silent.includes(status) ? <span>{text}</span> : null}
      </Box>
      {status === 'offline' || status === 'refused' ? (
        <Button size="small" onClick={onAgain} sx={{ flex: 'none' }}>
          {translate('report.save.again')}
        </Button>
      ) : null}
      {status === 'clash' ? (
        <Button size="small" onClick={onChoose} sx={{ flex: 'none' }}>
          {translate('report.save.choose')}
        </Button>
      ) : null}
    </Box>
  );
};
