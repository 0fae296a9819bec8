import InboxIcon from '@mui/icons-material/InboxOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { flushSync } from 'react-dom';
import { Link as RouterLink } from 'react-router-dom';
import type { CollectedRow, Collection, CollectionRow } from '../../../sync/model/index.ts';
import { mayUse, useSession } from '../../data/index.ts';
import { RocDate, StateChip } from '../../fields/index.ts';
import { FindingDialog } from '../../findings/FindingDialog.tsx';
import { Message, PageSkeleton } from '../../layout/index.ts';
import { useGrowing } from '../../merge-preview/use-growing.ts';
import { CountFilter } from '../../pages/CountFilter.tsx';
import { Failed } from '../../pages/Failed.tsx';
import { ActionBar } from '../../reports/page/ActionBar.tsx';
import { useAnswersFrom } from '../answers/use-answers.ts';
import type { Line } from '../roster/roster.ts';
import { printedQuestion } from '../use-collection.ts';
import { useUrl } from '../use-url.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { useReviewKeys } from './keys.ts';
import { ReviewRow } from './ReviewRow.tsx';
import { ReviewFrame } from './review-styles.ts';
import { isView, tallyOf, tests, views } from './tally.ts';
import { Verdicts } from './Verdicts.tsx';

interface Props {
  readonly collection: Collection;
  readonly line: Line;
  readonly questions: readonly CollectionRow[];
  /** To the agency so many places on. */
  readonly onAgency: (by: number) => void;
}

interface Asking {
  readonly what: 'finding' | 'correct';
  readonly row: CollectedRow;
}

export const AgencyReview = ({ collection, line: { recipient, name, state }, questions, onAgency }: Props) => {
  const translate = useTranslate();
  const { user } = useSession();
  const [read, write] = useUrl();
  const { data, error, refetch } = useAnswersFrom(collection.id, recipient.id);
  const [current, setCurrent] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const byId = useMemo(() => new Map(questions.map(question => [question.id, question])), [questions]);
  const rows = useMemo(
    () => (data ?? []).toSorted((a, b) => (byId.get(a.rowId)?.position ?? 0) - (byId.get(b.rowId)?.position ?? 0)),
    [data, byId],
  );
  const asked = read('view');
  const view = isView(asked) ? asked : 'all';
  // A row that was just scored stays where it is until the view is chosen anew.
  const chosen = useRef({ key: '', ids: new Set<string>() });
  const key = `${view} ${data === undefined}`;
  if (chosen.current.key !== key) chosen.current = { key, ids: new Set(rows.filter(tests[view]).map(({ id }) => id)) };
  const shown = rows.filter(({ id }) => chosen.current.ids.has(id));
  const [drawn, drawAtLeast] = useGrowing(shown.length, `${recipient.id} ${view}`);
  const writes = collection.state !== 'draft' && mayUse(user.role, 'collectedRows', 'update');
  const at = shown.findIndex(({ id }) => id === current);
  const here = shown[at];

  const focus = (place: number, box?: string) => {
    const row = shown[place];
    if (!row) return;
    if (place >= drawn) flushSync(() => drawAtLeast(place + 1));
    setCurrent(row.id);
    const card = frame.current?.querySelector<HTMLElement>(`[data-answer="${CSS.escape(row.id)}"]`);
    const target = box ? card?.querySelector<HTMLElement>(`[data-box="${box}"]`) : card;
    target?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  };
  const inBox = (box: string) => () => focus(at < 0 ? 0 : at, box);
  const ask = (what: Asking['what']) => () => here && writes && setAsking({ what, row: here });
  useReviewKeys({
    next: () => focus(at + 1),
    previous: () => focus(Math.max(at - 1, 0)),
    firstScore: inBox('firstScore'),
    secondScore: inBox('secondScore'),
    returnReason: inBox('returnReason'),
    correct: ask('correct'),
    finding: ask('finding'),
    previousAgency: () => onAgency(-1),
    nextAgency: () => onAgency(1),
  });
  const wanted = read('row');
  const place = wanted === '' ? -1 : shown.findIndex(({ rowId }) => rowId === wanted);
  const came = useRef(false);
  const focusing = useRef(focus);
  focusing.current = focus;
  useEffect(() => {
    if (place < 0 || came.current) return;
    came.current = true;
    focusing.current(place);
  }, [place]);
  const finding = useRef((row: CollectedRow) => setAsking({ what: 'finding', row })).current;
  const correct = useRef((row: CollectedRow) => setAsking({ what: 'correct', row })).current;

  if (error && !data) return <Failed error={error} onAgain={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const titleOf = (row: CollectedRow): string => {
    const question = byId.get(row.rowId);
    return question ? printedQuestion(question) : '';
  };
  const tally = tallyOf(rows);
  const presentOf = (row: CollectedRow) => rows.find(({ id }) => id === row.id) ?? row;
  return (
    <ReviewFrame ref={frame}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5, alignItems: 'center', mb: 1 }}>
        <StateChip machine="recipient" state={state} />
        {recipient.returnedAt ? (
          <span>
            {translate('resources.recipients.fields.returnedAt')} <RocDate value={recipient.returnedAt} />
          </span>
        ) : null}
        {recipient.fileId ? (
          <>
            <Link component={RouterLink} to={`/collectionFiles/${recipient.fileId}/show`}>
              {translate('collection.review.file')}
            </Link>
            <Link href={`/api/collectionFiles/${encodeURIComponent(recipient.fileId)}/file`} download>
              {translate('exchange.downloadOriginal')}
            </Link>
          </>
        ) : null}
        <Link href={`/api/recipients/${encodeURIComponent(recipient.id)}/review`} download>
          {translate('collection.roster.reviewFile')}
        </Link>
      </Box>
      {recipient.stateReason ? (
        <Box sx={{ pl: 1.5, borderLeft: '3px solid', borderColor: 'warning.main', color: 'text.secondary', mb: 1 }}>
          {translate('collection.review.sentBackWith', { reason: recipient.stateReason })}
        </Box>
      ) : null}
      {rows.length === 0 ? (
        <Message
          icon={InboxIcon}
          role="status"
          title={translate('collection.review.notIn')}
          actions={
            <Button
              component={RouterLink}
              variant="contained"
              to={`/collections/${collection.id}/show?${new URLSearchParams({ tab: 'files', of: recipient.id })}`}
            >
              {translate('collection.review.toFiles')}
            </Button>
          }
        >
          <p>{translate('collection.review.notInText')}</p>
        </Message>
      ) : (
        <>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1 }}>
            <CountFilter
              label={translate('collection.review.filter')}
              value={view}
              onChange={next => write({ view: next === 'all' ? '' : next })}
              choices={views
                .map(value => ({
                  value,
                  count: rows.filter(tests[value]).length,
                  children: translate(`collection.review.view.${value}`),
                }))
                .filter(({ value, count }) => value === 'all' || value === view || count > 0)}
            />
          </Box>
          {writes ? <KeyHelp /> : null}
          <section aria-label={translate('collection.review.answersOf', { name })}>
            {shown.slice(0, drawn).map(row => (
              <ReviewRow
                key={row.id}
                row={row}
                question={byId.get(row.rowId)}
                current={row.id === current}
                writes={writes}
                onFocus={setCurrent}
                onFinding={finding}
                onCorrect={correct}
              />
            ))}
          </section>
          <ActionBar actions={<Verdicts recipient={recipient} name={name} tally={tally} />}>
            <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {translate('collection.review.tally', { ...tally })}
            </Box>
            {tally.returned > 0 ? (
              <Box component="span" sx={{ color: 'warning.main', fontWeight: 700 }}>
                {translate('collection.review.tallyReturned', { smart_count: tally.returned })}
              </Box>
            ) : null}
          </ActionBar>
        </>
      )}
      {asking?.what === 'finding' ? (
        <FindingDialog row={presentOf(asking.row)} question={titleOf(asking.row)} onClose={() => setAsking(null)} />
      ) : null}
      {asking?.what === 'correct' ? (
        <CorrectDialog row={presentOf(asking.row)} title={titleOf(asking.row)} onClose={() => setAsking(null)} />
      ) : null}
    </ReviewFrame>
  );
};
