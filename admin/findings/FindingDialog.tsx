import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { type CollectedRow, parseRocDate } from '../../sync/model/index.ts';
import { request } from '../data/index.ts';
import { RocDateBox } from '../fields/index.ts';

interface Props {
  readonly row: CollectedRow;
  readonly question: string;
  readonly onClose: () => void;
}

/** What was found wanting in an answer, and until when it is to be put right. */
export const FindingDialog = ({ row, question, onClose }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const id = useId();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [dueDate, setDueDate] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const unreadable = dueDate !== null && parseRocDate(dueDate) === null;
  const save = async () => {
    setBusy(true);
    try {
      await request('/api/findings', {
        method: 'POST',
        json: { collectedRowId: row.id, title: title.trim(), text, dueDate },
      });
      await queries.invalidateQueries({ queryKey: ['findings'] });
      notify('finding.made', { type: 'success' });
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={id}>
      <DialogTitle id={id}>{translate('finding.make')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 1 }}>{question}</DialogContentText>
        <TextField
          autoFocus
          required
          label={translate('resources.findings.fields.title')}
          value={title}
          onChange={event => setTitle(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 200 } }}
        />
        <TextField
          multiline
          minRows={3}
          label={translate('resources.findings.fields.text')}
          value={text}
          onChange={event => setText(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 4000 } }}
        />
        <RocDateBox label={translate('resources.findings.fields.dueDate')} value={dueDate} onChange={setDueDate} />
        {problem === null ? null : (
          <DialogContentText role="alert" sx={{ color: 'error.main' }}>
            {translate(problem, { _: problem })}
          </DialogContentText>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
        <Button variant="contained" disabled={busy || title.trim() === '' || unreadable} onClick={() => void save()}>
          {translate('finding.makeVerb')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
