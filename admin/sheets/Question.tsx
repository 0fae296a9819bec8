import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { SheetConnection } from '../../sync/model/index.ts';
import { mayUse, useSession, useVerb } from '../data/index.ts';

/** Losses that look like a mishap, and the two things that may become of them. */
export const Question = ({ sheet }: { readonly sheet: SheetConnection }) => {
  const translate = useTranslate();
  const { user } = useSession();
  const { mutate, isPending } = useVerb<SheetConnection>('sheets');
  const { question } = sheet;
  if (question === null || sheet.state !== 'asking') return null;
  const answer = (value: 'restore' | 'leave') => () =>
    mutate({ id: sheet.id, verb: 'sync', body: { version: sheet.version, answer: value } });
  const columns = question.columns.map(name => translate(`exchange.answer.${name}`)).join(translate('fields.and'));
  const lines = [
    question.rows > 0 && translate('sheets.question.rows', { count: question.rows, of: question.ofRows }),
    question.cleared > 0 && translate('sheets.question.cleared', { count: question.cleared }),
    question.columns.length > 0 && translate('sheets.question.columns', { columns }),
    question.unidentified > 0 && translate('sheets.question.unidentified', { count: question.unidentified }),
  ].filter(line => line !== false);
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <AlertTitle>{translate('sheets.question.title')}</AlertTitle>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </Box>
      <p>{translate('sheets.question.text')}</p>
      {mayUse(user.role, 'sheets', 'sync') ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button variant="contained" disabled={isPending} onClick={answer('restore')}>
            {translate('sheets.question.restore')}
          </Button>
          <Button variant="outlined" disabled={isPending} onClick={answer('leave')}>
            {translate('sheets.question.leave')}
          </Button>
        </Box>
      ) : null}
    </Alert>
  );
};
