import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { CollectedRow, Recipient } from '../../sync/model/index.ts';
import { AnswerText } from '../collections/answers/AnswerText.tsx';
import { answersOf } from '../collections/answers/fields.ts';
import { useAnswersFrom } from '../collections/answers/use-answers.ts';
import { printedQuestion, useQuestions } from '../collections/use-collection.ts';
import { Panel } from '../pages/Panel.tsx';

const stages = ['first', 'second'] as const;

const Said = ({ row }: { readonly row: CollectedRow }) => {
  const translate = useTranslate();
  return (
    <>
      {stages
        .filter(stage => row[stage].score !== null || row[stage].remarks !== '')
        .map(stage => (
          <Box key={stage} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {translate(`collection.review.box.${stage}Score`)}
            </Box>
            {row[stage].score === null ? null : <b>{row[stage].score}</b>}
            <Box component="span" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
              {row[stage].remarks}
            </Box>
          </Box>
        ))}
      {row.returnReason !== null ? (
        <Box sx={{ pl: 1.5, borderLeft: '3px solid', borderColor: 'warning.main', whiteSpace: 'pre-line', mt: 0.5 }}>
          <b>{translate('recipient.toMend')}</b>　{row.returnReason}
        </Box>
      ) : null}
    </>
  );
};

/** What was answered and what the bureau says of it, once it says something; what is to be put right first. */
export const Results = ({ recipient }: { readonly recipient: Recipient }) => {
  const translate = useTranslate();
  const { data: rows = [] } = useAnswersFrom(recipient.collectionId, recipient.id);
  const { data: questions = [] } = useQuestions(recipient.collectionId);
  const byId = new Map(questions.map(question => [question.id, question]));
  const place = (row: CollectedRow) => (row.returnReason === null ? 1e6 : 0) + (byId.get(row.rowId)?.position ?? 0);
  if (rows.length === 0) return null;
  return (
    <Panel title={translate('recipient.results')}>
      {rows
        .toSorted((a, b) => place(a) - place(b))
        .map(row => {
          const question = byId.get(row.rowId);
          return (
            <Card
              key={row.id}
              component="article"
              sx={{ p: 2, mb: 1, contentVisibility: 'auto', containIntrinsicSize: 'auto 160px' }}
            >
              <Typography variant="h3">{question ? printedQuestion(question) : ''}</Typography>
              {answersOf(row).map(answer => (
                <Box key={answer.field} sx={{ mt: 0.5 }}>
                  <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
                    {translate(`exchange.answer.${answer.field}`)}
                  </Box>
                  <AnswerText answer={answer} lines={3} />
                </Box>
              ))}
              <Said row={row} />
            </Card>
          );
        })}
    </Panel>
  );
};
