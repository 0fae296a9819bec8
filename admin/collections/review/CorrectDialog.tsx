import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import {
  type CollectedRow,
  type CollectedValues,
  collectedRow,
  type MergedField,
  resultWords,
} from '../../../sync/model/index.ts';
import { request } from '../../data/index.ts';
import { currentRowOf } from '../../pages/stale.ts';
import { textOf } from '../answers/fields.ts';
import { answersKey } from '../answers/use-answers.ts';
import { changedIn, rebased, type Texts } from './correction.ts';

interface Props {
  readonly row: CollectedRow;
  readonly title: string;
  readonly onClose: () => void;
}

const corrected = [
  'result',
  'narrative',
  'evidence',
  'selfScore',
  'remarks',
  'action',
] as const satisfies readonly MergedField[];

/** Only fields that the form has can be put right. */
const fieldsOf = ({ original, accepted, lineage }: CollectedRow) =>
  corrected.filter(field => field in original || field in accepted || (lineage !== null && field in lineage.cells));

/** Words for a result: the agency's own, and those that every form knows. */
const usual = ({ original }: CollectedRow): readonly string[] => [
  ...new Set([textOf(original, 'result'), ...Object.values(resultWords)].filter(word => word !== '')),
];

const cellValue = (field: MergedField, text: string): string | number | null => {
  if (text.trim() === '') return null;
  return field === 'selfScore' && Number.isFinite(Number(text)) ? Number(text) : text;
};

/** Puts accepted values right; what came stays beside them as it came. */
export const CorrectDialog = ({ row, title, onClose }: Props) => {
  const translate = useTranslate();
  const queries = useQueryClient();
  const id = useId();
  const fields = fieldsOf(row);
  const textsOf = ({ accepted }: CollectedRow): Texts =>
    Object.fromEntries(fields.map(field => [field, textOf(accepted, field)]));
  const [read, setRead] = useState({ version: row.version, base: textsOf(row) });
  const [values, setValues] = useState<Texts>(read.base);
  const [theirs, setTheirs] = useState<Texts>({});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const show = (next: CollectedRow) =>
    queries.setQueryData<readonly CollectedRow[]>(answersKey(next.recipientId), rows =>
      rows?.map(one => (one.id === next.id ? next : one)),
    );
  /** Somebody else saved first: what was typed stays, and both are seen before it is saved over theirs. */
  const meet = (current: CollectedRow) => {
    const base = textsOf(current);
    const met = rebased(fields, read.base, values, base);
    setRead({ version: current.version, base });
    setValues(met.values);
    setTheirs(Object.fromEntries(met.clashes.map(field => [field, base[field] ?? ''])));
    setProblem('collection.correct.clash');
    show(current);
  };
  const save = async () => {
    const changed: CollectedValues = Object.fromEntries(
      changedIn(fields, read.base, values).map(field => [field, cellValue(field, values[field] ?? '')]),
    );
    if (Object.keys(changed).length === 0) return onClose();
    setBusy(true);
    try {
      const { json } = await request(`/api/collectedRows/${encodeURIComponent(row.id)}`, {
        method: 'PATCH',
        json: { version: read.version, accepted: changed },
      });
      show(collectedRow.parse(json));
      onClose();
    } catch (error) {
      const current = collectedRow.safeParse(currentRowOf(error));
      if (current.success) meet(current.data);
      else setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id}>{translate('collection.correct.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 1 }}>{title}</DialogContentText>
        <DialogContentText sx={{ mb: 1 }}>{translate('collection.correct.text')}</DialogContentText>
        {fields.map(field => (
          <TextField
            key={field}
            multiline={field !== 'selfScore' && field !== 'result'}
            minRows={field === 'narrative' ? 3 : 1}
            label={translate(`exchange.answer.${field}`)}
            value={values[field] ?? ''}
            onChange={event => setValues(before => ({ ...before, [field]: event.target.value }))}
            {...(theirs[field] === undefined
              ? {}
              : { helperText: translate('collection.correct.theirs', { text: theirs[field] || '—' }) })}
            {...(field === 'result' ? { slotProps: { htmlInput: { list: `${id}-results` } } } : {})}
          />
        ))}
        <datalist id={`${id}-results`}>
          {usual(row).map(word => (
            <option key={word} value={word} />
          ))}
        </datalist>
        {fields.length === 0 ? <p>{translate('collection.review.nothing')}</p> : null}
        {problem === null ? null : (
          <DialogContentText role="alert" sx={{ color: 'error.main' }}>
            {translate(problem, { _: problem })}
          </DialogContentText>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" disabled={busy} onClick={() => void save()}>
          {translate('ra.action.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
