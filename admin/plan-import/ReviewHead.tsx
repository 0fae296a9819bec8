import NextIcon from '@mui/icons-material/ArrowForwardOutlined';
import SeenIcon from '@mui/icons-material/TaskAltOutlined';
import WarnIcon from '@mui/icons-material/WarningAmberRounded';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import { useSession } from '../data/index.ts';
import { rocText } from '../fields/index.ts';
import { levelCounts } from '../plans/level-counts.ts';
import { GeneralIssues } from './GeneralIssues.tsx';
import { openIssues, type Review } from './review.ts';
import type { Place } from './source/index.ts';

interface Props {
  readonly review: Review;
  readonly keptAt: string | null;
  readonly unitChanges: { readonly create: number; readonly alias: number };
  readonly wrong: { readonly title: boolean; readonly year: boolean };
  readonly busy: boolean;
  readonly onWrite: (change: Partial<Pick<Review, 'title' | 'year'>>) => void;
  readonly onSeenGeneral: () => void;
  /** Shows a place of the document; undefined where it cannot be shown. */
  readonly showing: (place: Place) => (() => void) | undefined;
  readonly onNext: () => void;
  readonly onCreate: () => void;
  readonly onLeave: () => void;
  readonly onFresh: (() => void) | undefined;
}

/** What the plan will be called, how much was understood, and how much is left to look at. */
export const ReviewHead = (props: Props) => {
  const { review, keptAt, unitChanges, wrong, busy, onWrite, onNext, onCreate, onLeave, onFresh } = props;
  const translate = useTranslate();
  const { agencyName } = useSession();
  const open = openIssues(review).length;
  const word = (key: string, params = {}) => translate(`planImport.${key}`, params);
  return (
    <Card sx={{ p: 2, mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', alignItems: 'baseline' }}>
        <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{word('file', { name: review.fileName })}</Box>
        <Box>
          {onFresh && keptAt !== null ? (
            <Button size="small" onClick={onFresh}>
              {word('kept.fresh')}
            </Button>
          ) : null}
          <Button size="small" onClick={onLeave}>
            {word('another')}
          </Button>
        </Box>
      </Box>
      {keptAt === null ? null : (
        <Alert severity="info" variant="outlined" sx={{ my: 1, py: 0 }}>
          {word('kept.restored', { at: rocText(keptAt) })}
        </Alert>
      )}
      {review.agencyName !== '' && review.agencyName !== agencyName ? (
        <Alert severity="warning" variant="outlined" sx={{ my: 1, py: 0 }}>
          {word('otherAgency', { theirs: review.agencyName, ours: agencyName })}
        </Alert>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, mb: 1 }}>
        <TextField
          label={word('year')}
          type="number"
          value={review.year ?? ''}
          onChange={event => onWrite({ year: event.target.value === '' ? null : Number(event.target.value) })}
          error={wrong.year}
          helperText={wrong.year ? word('noYear') : undefined}
          sx={{ width: '8em' }}
        />
        <TextField
          label={word('planTitle')}
          value={review.title}
          onChange={event => onWrite({ title: event.target.value })}
          error={wrong.title}
          helperText={wrong.title ? word('noTitle') : undefined}
          sx={{ flex: 1, minWidth: '16em', maxWidth: 720 }}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Box role="status" sx={{ fontSize: '1.0625rem', display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
          <strong>
            {levelCounts(review.rows)
              .map(({ level, count }) => translate(`plans.counts.${level}`, { count }))
              .join(translate('planTree.comma'))}
          </strong>
          {open > 0 ? (
            <Box component="span" sx={{ color: 'warning.main', fontWeight: 700 }}>
              <WarnIcon sx={{ fontSize: '1.2rem', verticalAlign: '-0.25em', mr: 0.5 }} aria-hidden />
              {word('needsLook', { count: open })}
            </Box>
          ) : (
            <Box component="span" sx={{ color: 'success.main', fontWeight: 700 }}>
              <SeenIcon sx={{ fontSize: '1.2rem', verticalAlign: '-0.25em', mr: 0.5 }} aria-hidden />
              {word('allSeen')}
            </Box>
          )}
        </Box>
        {open > 0 ? (
          <Button size="small" variant="outlined" endIcon={<NextIcon />} onClick={onNext}>
            {word('nextLook')}
          </Button>
        ) : null}
        <Button variant="contained" size="large" disabled={busy} onClick={onCreate} sx={{ ml: 'auto' }}>
          {word(busy ? 'creating' : 'create')}
        </Button>
      </Box>
      <Box sx={{ color: 'text.secondary', textAlign: 'right', minHeight: '1.7em' }}>
        {unitChanges.create + unitChanges.alias > 0 ? word('willUnits', unitChanges) : ''}
        {open > 0 ? word('stillLook', { count: open }) : ''}
      </Box>
      <GeneralIssues review={review} onSeen={props.onSeenGeneral} showing={props.showing} />
    </Card>
  );
};
