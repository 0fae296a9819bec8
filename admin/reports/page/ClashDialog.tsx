import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { visuallyHidden } from '@mui/utils';
import { type ReactNode, useId, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import type { Event, Report } from '../../../sync/model/index.ts';
import { rocText } from '../../fields/index.ts';
import type { Choice } from '../writing/editing.ts';
import { type AnswerName, answersOf, formOf, type ReportForm } from '../writing/form.ts';
import { TypedAnswer } from './TypedAnswer.tsx';

type Choices = Partial<Record<AnswerName, Choice>>;

/** Who saved last, as far as the person may know. */
function useLastWriter(report: Report): string | null {
  const { data } = useGetList<Event>('events', {
    filter: { resource: 'reports', recordId: report.id },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: 1 },
  });
  const event = data?.[0];
  return event ? `${event.actorName} ${rocText(event.at)}` : null;
}

interface SideProps {
  readonly name: string;
  readonly side: Choice;
  readonly title: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

const Side = ({ name, side, title, chosen, onChoose, children }: SideProps) => (
  <Box
    component="label"
    sx={{
      display: 'block',
      p: 1.5,
      border: '2px solid',
      borderColor: chosen ? 'primary.main' : 'divider',
      borderRadius: 1.5,
      cursor: 'pointer',
      minWidth: 0,
      '&:has(:focus-visible)': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: 2 },
    }}
  >
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 0.5, fontWeight: 700 }}>
      <Box
        component="input"
        type="radio"
        name={name}
        value={side}
        checked={chosen}
        onChange={onChoose}
        sx={{ flex: 'none', width: 20, height: 20, m: 0, accentColor: theme => theme.palette.primary.main }}
      />
      {title}
    </Box>
    <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxHeight: 260, overflowY: 'auto' }}>{children}</Box>
  </Box>
);

interface Props {
  /** As it is saved now. */
  readonly saved: Report;
  readonly form: ReportForm;
  readonly clashing: readonly AnswerName[];
  readonly onSettle: (choices: Choices) => void;
  readonly onLater: () => void;
}

/** Both changed the same answers: side by side, chosen one by one or all at once. */
export const ClashDialog = ({ saved, form, clashing, onSettle, onLater }: Props) => {
  const translate = useTranslate();
  const titleId = useId();
  const writer = useLastWriter(saved);
  const [choices, setChoices] = useState<Choices>({});
  const theirs = formOf(answersOf(saved));
  const undecided = clashing.filter(name => choices[name] === undefined).length;
  const all = (choice: Choice) => setChoices(Object.fromEntries(clashing.map(name => [name, choice])));
  return (
    <Dialog open onClose={onLater} maxWidth="md" fullWidth aria-labelledby={titleId} scroll="paper">
      <DialogTitle id={titleId}>{translate('report.clash.title')}</DialogTitle>
      <DialogContent>
        <Typography>{translate('report.clash.text')}</Typography>
        {clashing.length > 1 ? (
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1.5 }}>
            <Button variant="outlined" size="small" onClick={() => all('mine')}>
              {translate('report.clash.allMine')}
            </Button>
            <Button variant="outlined" size="small" onClick={() => all('theirs')}>
              {translate('report.clash.allTheirs')}
            </Button>
          </Box>
        ) : null}
        {clashing.map(name => {
          const field = translate(`resources.reports.fields.${name}`);
          return (
            <Box component="fieldset" key={name} sx={{ border: 0, p: 0, m: 0, mt: 2.5, minWidth: 0 }}>
              <Box component="legend" sx={{ p: 0, mb: 1 }}>
                <Typography component="span" variant="h3" aria-hidden>
                  {field}
                </Typography>
                <span style={visuallyHidden}>{translate('report.clash.choose', { field })}</span>
              </Box>
              <Box
                sx={{
                  display: 'grid',
                  gap: 1.5,
                  gridTemplateColumns: { xs: 'minmax(0,1fr)', sm: 'repeat(2, minmax(0,1fr))' },
                }}
              >
                <Side
                  name={`${titleId}${name}`}
                  side="mine"
                  title={translate('report.clash.mine')}
                  chosen={choices[name] === 'mine'}
                  onChoose={() => setChoices({ ...choices, [name]: 'mine' })}
                >
                  <TypedAnswer name={name} form={form} />
                </Side>
                <Side
                  name={`${titleId}${name}`}
                  side="theirs"
                  title={writer ? translate('report.clash.savedBy', { who: writer }) : translate('report.clash.saved')}
                  chosen={choices[name] === 'theirs'}
                  onChoose={() => setChoices({ ...choices, [name]: 'theirs' })}
                >
                  <TypedAnswer name={name} form={theirs} />
                </Side>
              </Box>
            </Box>
          );
        })}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 1, px: 3, pb: 2 }}>
        <Box role="status" sx={{ mr: 'auto', color: 'text.secondary' }}>
          {undecided > 0 ? translate('report.clash.undecided', { smart_count: undecided }) : ''}
        </Box>
        <Button onClick={onLater}>{translate('report.clash.later')}</Button>
        <Button variant="contained" disabled={undecided > 0} onClick={() => onSettle(choices)}>
          {translate('report.clash.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
