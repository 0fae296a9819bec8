import InboxIcon from '@mui/icons-material/InboxOutlined';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { Collection } from '../../../sync/model/index.ts';
import { Message, PageSkeleton } from '../../layout/index.ts';
import { CountFilter } from '../../pages/CountFilter.tsx';
import { Failed } from '../../pages/Failed.tsx';
import { Chooser } from '../Chooser.tsx';
import { printedQuestion, useAgencyNames, useQuestions, useRecipients } from '../use-collection.ts';
import { useUrl } from '../use-url.ts';
import { AnswersTable } from './AnswersTable.tsx';
import { resultOf } from './fields.ts';
import { ResultWord } from './ResultWord.tsx';
import { useAnswersTo } from './use-answers.ts';

/** 依題目彙整: one question, the agencies below each other. */
export const AnswersPart = ({ collection }: { readonly collection: Collection }) => {
  const translate = useTranslate();
  const [read, write] = useUrl();
  const { data: questions, error, refetch } = useQuestions(collection.id);
  const { data: recipients } = useRecipients(collection.id);
  const { nameOf } = useAgencyNames();
  const asked = questions?.find(({ id }) => id === read('row')) ?? questions?.[0];
  const { data: answers, error: failed, refetch: again } = useAnswersTo(collection.id, asked?.id ?? '');
  const agencies = useMemo(
    () => new Map(recipients?.map(recipient => [recipient.id, { recipient, name: nameOf(recipient.agencyId) }])),
    [recipients, nameOf],
  );
  if (error && !questions) return <Failed error={error} onAgain={() => void refetch()} />;
  if (!questions || !recipients) return <PageSkeleton />;
  if (!asked)
    return (
      <Message icon={InboxIcon} role="status" title={translate('collection.answers.noQuestions')}>
        <p>{translate('collection.answers.noQuestionsText')}</p>
      </Message>
    );
  const chosen = read('result');
  const filtered = read('result') === '' ? null : chosen === '-' ? '' : chosen;
  const rows = answers ?? [];
  const counts = Map.groupBy(rows, resultOf);
  const shown = rows
    .filter(row => filtered === null || resultOf(row) === filtered)
    .map(row => ({ row, agency: agencies.get(row.recipientId)?.name ?? '' }))
    .toSorted((a, b) => a.agency.localeCompare(b.agency, 'zh-TW'));
  return (
    <>
      <Chooser
        label={translate('collection.answers.question')}
        choices={questions.map(question => ({ id: question.id, name: printedQuestion(question) }))}
        value={asked.id}
        onChange={row => write({ row, result: '' })}
        previous={translate('collection.answers.previous')}
        next={translate('collection.answers.next')}
      />
      <Card sx={{ px: 2.5, py: 1.5, mb: 1.5 }}>
        {asked.path.length > 0 ? (
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            {asked.path.join(' › ')}
          </Typography>
        ) : null}
        <Typography variant="h2">{printedQuestion(asked)}</Typography>
        <Box sx={{ mt: 1, display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
          <CountFilter
            label={translate('collection.answers.filter')}
            value={filtered === null ? 'all' : filtered === '' ? '-' : filtered}
            onChange={next => write({ result: next === 'all' ? '' : next })}
            choices={[
              { value: 'all', count: rows.length, children: translate('collection.roster.all') },
              ...[...counts].map(([result, some]) => ({
                value: result === '' ? '-' : result,
                count: some.length,
                children: <ResultWord result={result} />,
              })),
            ]}
          />
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {translate('collection.answers.missing', { smart_count: recipients.length - rows.length })}
          </Box>
        </Box>
      </Card>
      {failed && !answers ? <Failed error={failed} onAgain={() => void again()} /> : null}
      {answers ? (
        <Card>
          <AnswersTable collectionId={collection.id} rows={shown} />
        </Card>
      ) : failed ? null : (
        <PageSkeleton />
      )}
    </>
  );
};

export default AnswersPart;
