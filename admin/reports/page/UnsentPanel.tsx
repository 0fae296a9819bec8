import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useNotify, useTranslate } from 'react-admin';
import type { AnswerName, ReportForm } from '../writing/form.ts';
import { answerText } from './TypedAnswer.tsx';

interface Props {
  readonly names: readonly AnswerName[];
  readonly form: ReportForm;
  readonly onDiscard: () => void;
}

/** What was typed before the report was locked and did not get in: to copy, or to throw away knowingly. */
export const UnsentPanel = ({ names, form, onDiscard }: Props) => {
  const translate = useTranslate();
  const notify = useNotify();
  const copy = (name: AnswerName) =>
    navigator.clipboard
      .writeText(answerText(name, form, translate))
      .then(() => notify('shell.copied', { type: 'success' }));
  return (
    <Alert severity="warning">
      <AlertTitle sx={{ fontWeight: 700 }}>{translate('report.unsent.title')}</AlertTitle>
      {translate('report.unsent.text')}
      {names.map(name => {
        const field = translate(`resources.reports.fields.${name}`);
        return (
          <Box key={name} sx={{ mt: 1.5 }}>
            <Box sx={{ fontWeight: 700 }}>{field}</Box>
            <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{answerText(name, form, translate)}</Box>
            <Button size="small" onClick={() => void copy(name)}>
              {translate('report.unsent.copyField', { field })}
            </Button>
          </Box>
        );
      })}
      <Button size="small" color="inherit" onClick={onDiscard} sx={{ mt: 1.5 }}>
        {translate('report.unsent.discard')}
      </Button>
    </Alert>
  );
};
