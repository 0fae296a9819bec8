import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { ClampedText } from '../../fields/index.ts';
import type { ShownAnswer } from './fields.ts';
import { ResultWord } from './ResultWord.tsx';

/** What counts; below it what came, where the bureau put something right. */
export const AnswerText = ({
  answer: { field, accepted, original },
  lines = 4,
}: {
  readonly answer: ShownAnswer;
  readonly lines?: number;
}) => {
  const translate = useTranslate();
  const shown = (text: string) =>
    field === 'result' ? (
      <ResultWord result={text} />
    ) : text === '' ? (
      <span>{translate('exchange.field.blank')}</span>
    ) : (
      <ClampedText text={text} lines={lines} />
    );
  return (
    <>
      {shown(accepted)}
      {original === null ? null : (
        <Box
          sx={{ color: 'text.secondary', borderLeft: 3, borderColor: 'divider', pl: 1, mt: 0.5, fontSize: '0.875rem' }}
        >
          <Box sx={{ fontWeight: 600 }}>{translate('collection.answer.original')}</Box>
          {shown(original)}
        </Box>
      )}
    </>
  );
};
