import AddIcon from '@mui/icons-material/AddOutlined';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ComponentType, ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { type PlanReview, type PlanSections, reviewKinds, type TaskForceMember } from '../../../sync/model/index.ts';
import { MonthsBox } from '../../fields/index.ts';
import { inOrder, type PartName } from './parts.ts';

interface Props {
  readonly sections: PlanSections;
  readonly onChange: (sections: PlanSections) => void;
  /** Marks what is missing. */
  readonly marked: boolean;
}

interface LinesProps {
  readonly label: string;
  readonly help: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
  readonly rows?: number;
}

/** Several short texts in one box, one on each line. */
const Lines = ({ label, help, lines, onChange, rows = 3 }: LinesProps) => (
  <TextField
    label={label}
    helperText={help}
    multiline
    minRows={rows}
    value={lines.join('\n')}
    onChange={({ target: { value } }) => onChange(value === '' ? [] : value.split('\n'))}
  />
);

const linesOf =
  (part: 'basis' | 'goals'): ComponentType<Props> =>
  ({ sections, onChange }) => {
    const translate = useTranslate();
    return (
      <Lines
        label={translate(`resources.plans.fields.${part}`)}
        help={translate('planSections.oneEach')}
        lines={sections[part]}
        onChange={lines => onChange({ ...sections, [part]: lines })}
      />
    );
  };

const longest = 4000;

const textOf =
  (part: 'scope' | 'closing'): ComponentType<Props> =>
  ({ sections, onChange }) => {
    const translate = useTranslate();
    return (
      <TextField
        label={translate(`resources.plans.fields.${part}`)}
        multiline
        minRows={2}
        value={sections[part]}
        onChange={({ target: { value } }) => onChange({ ...sections, [part]: value })}
        slotProps={{ htmlInput: { maxLength: longest } }}
      />
    );
  };

interface RowProps {
  readonly name: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** One of several that can be taken away. */
const Row = ({ name, onRemove, children }: RowProps) => {
  const translate = useTranslate();
  return (
    <Box
      component="fieldset"
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, m: 0, mb: 1.5, px: 2, pb: 1.5, minWidth: 0 }}
    >
      <Box component="legend" sx={{ px: 0.5, color: 'text.secondary', display: 'flex', alignItems: 'center' }}>
        {name}
        <IconButton aria-label={translate('planSections.remove', { what: name })} onClick={onRemove} size="small">
          <RemoveIcon fontSize="small" />
        </IconButton>
      </Box>
      {children}
    </Box>
  );
};

const changed = <T,>(list: readonly T[], at: number, part: Partial<T>): T[] =>
  list.map((one, i) => (i === at ? { ...one, ...part } : one));
const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at);

const newReview: PlanReview = { kind: 'routine', text: '', months: [], nextYear: false, submitTo: [], forms: [] };

const Reviews = ({ sections, onChange }: Props) => {
  const translate = useTranslate();
  const { reviews } = sections;
  const set = (next: PlanReview[]) => onChange({ ...sections, reviews: next });
  const word = (key: string) => translate(`planSections.${key}`);
  return (
    <>
      {reviews.map((review, i) => {
        const put = (part: Partial<PlanReview>) => set(changed(reviews, i, part));
        const name = translate('planSections.review', { n: i + 1 });
        return (
          // Rows are told apart by their place alone: nothing of them is fixed while they are written.
          <Row key={name} name={name} onRemove={() => set(without(reviews, i))}>
            <TextField
              select
              label={word('kind')}
              value={review.kind}
              onChange={({ target: { value } }) => put({ kind: value as PlanReview['kind'] })}
              sx={{ maxWidth: 240 }}
            >
              {reviewKinds.map(kind => (
                <MenuItem key={kind} value={kind}>
                  {word(`kinds.${kind}`)}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              label={word('content')}
              multiline
              minRows={2}
              value={review.text}
              onChange={({ target: { value } }) => put({ text: value })}
              slotProps={{ htmlInput: { maxLength: longest } }}
            />
            <MonthsBox
              label={word('months')}
              help=""
              value={review.months}
              onChange={months => put(inOrder(months, review.nextYear))}
            />
            {review.months.length === 0 ? null : (
              <FormControlLabel
                label={translate('planSections.isNextYear', { month: Math.min(...review.months) })}
                control={
                  <Checkbox
                    checked={review.nextYear}
                    onChange={(_, next) => put(inOrder(review.months, next))}
                    size="small"
                  />
                }
              />
            )}
            <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 }}>
              <Lines
                label={word('submitTo')}
                help={word('oneName')}
                lines={review.submitTo}
                onChange={submitTo => put({ submitTo })}
                rows={2}
              />
              <Lines
                label={word('forms')}
                help={word('oneName')}
                lines={review.forms}
                onChange={forms => put({ forms })}
                rows={2}
              />
            </Box>
          </Row>
        );
      })}
      <Button startIcon={<AddIcon />} onClick={() => set([...reviews, newReview])}>
        {word('add')}
      </Button>
    </>
  );
};

const newMember: TaskForceMember = { title: '', member: '', duty: '', remarks: '' };
const limits = { title: 100, member: 200, duty: 2000, remarks: 1000 } as const;
const boxes = [
  { field: 'title', word: 'title', needed: true },
  { field: 'member', word: 'person', needed: true },
  { field: 'duty', word: 'duty', needed: false },
  { field: 'remarks', word: 'remarks', needed: false },
] as const;

const TaskForce = ({ sections, onChange, marked }: Props) => {
  const translate = useTranslate();
  const { taskForce } = sections;
  const set = (next: TaskForceMember[]) => onChange({ ...sections, taskForce: next });
  return (
    <>
      {taskForce.map((row, i) => {
        const name = translate('planSections.member', { n: i + 1 });
        const blank = Object.values(row).every(text => text.trim() === '');
        return (
          <Row key={name} name={name} onRemove={() => set(without(taskForce, i))}>
            <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1.5fr' }, columnGap: 2 }}>
              {boxes.map(({ field, word, needed }) => {
                const missing = marked && needed && !blank && row[field].trim() === '';
                return (
                  <TextField
                    key={field}
                    label={translate(`planSections.${word}`)}
                    required={needed}
                    value={row[field]}
                    error={missing}
                    helperText={missing ? translate('planSections.needed') : undefined}
                    onChange={({ target: { value } }) => set(changed(taskForce, i, { [field]: value }))}
                    slotProps={{ htmlInput: { maxLength: limits[field] } }}
                  />
                );
              })}
            </Box>
          </Row>
        );
      })}
      <Button startIcon={<AddIcon />} onClick={() => set([...taskForce, newMember])}>
        {translate('planSections.addMember')}
      </Button>
    </>
  );
};

/** How each part is written. */
export const writers: Readonly<Record<PartName, ComponentType<Props>>> = {
  basis: linesOf('basis'),
  goals: linesOf('goals'),
  scope: textOf('scope'),
  reviews: Reviews,
  taskForce: TaskForce,
  closing: textOf('closing'),
};
