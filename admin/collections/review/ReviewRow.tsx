import CorrectIcon from '@mui/icons-material/EditOutlined';
import FindingIcon from '@mui/icons-material/FlagOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { memo, useId } from 'react';
import { useLocaleState, useTranslate } from 'react-admin';
import { type CollectedRow, type CollectionRow, say } from '../../../sync/model/index.ts';
import { asLocale } from '../../words/i18n.ts';
import { AnswerText } from '../answers/AnswerText.tsx';
import { answersOf } from '../answers/fields.ts';
import { Source } from '../answers/Source.tsx';
import { printedQuestion } from '../use-collection.ts';
import { type Box, scoreOf } from './draft.ts';
import { useRowReview } from './use-row-review.ts';

interface Props {
  readonly row: CollectedRow;
  readonly question: CollectionRow | undefined;
  readonly current: boolean;
  /** False for who only looks on. */
  readonly writes: boolean;
  readonly onFocus: (id: string) => void;
  readonly onFinding: (row: CollectedRow) => void;
  readonly onCorrect: (row: CollectedRow) => void;
}

const standing = ({ first, second, returnReason }: CollectedRow): string => {
  if (returnReason !== null) return 'is-returned';
  return first.score !== null || second.score !== null || first.remarks !== '' || second.remarks !== ''
    ? 'is-reviewed'
    : '';
};

/** One answer of an agency, and what the bureau says of it: everything stays where it is typed and is kept by itself. */
export const ReviewRow = memo(({ row, question, current, writes, onFocus, onFinding, onCorrect }: Props) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const id = useId();
  const { draft, saving, problem, taken, write, flush, takeTheirs } = useRowReview(row);
  const title = question ? printedQuestion(question) : '';
  const bad = (box: Box) => box.endsWith('Score') && scoreOf(draft[box]) === undefined;
  const named = (box: Box) => `${translate(`collection.review.box.${box}`)}　${title}`;
  const common = (box: Box) => ({
    'data-box': box,
    'aria-label': named(box),
    value: draft[box],
    disabled: !writes,
    onChange: (event: { readonly target: { readonly value: string } }) => write(box, event.target.value),
    onBlur: () => void flush(),
  });
  const score = (box: 'firstScore' | 'secondScore') => (
    <label className="box">
      <span aria-hidden>{translate(`collection.review.box.${box}`)}</span>
      <input {...common(box)} inputMode="decimal" autoComplete="off" maxLength={8} aria-invalid={bad(box)} />
      {bad(box) ? <span className="box-problem">{translate('collection.review.noScore')}</span> : null}
    </label>
  );
  const text = (box: 'firstRemarks' | 'secondRemarks' | 'returnReason', most: number) => (
    <label className="box">
      <span aria-hidden>{translate(`collection.review.box.${box}`)}</span>
      <textarea {...common(box)} rows={1} maxLength={most} />
    </label>
  );
  return (
    <article
      className={`answer ${standing(row)}`}
      tabIndex={-1}
      data-answer={row.id}
      aria-current={current ? 'true' : undefined}
      aria-labelledby={id}
      onFocus={() => onFocus(row.id)}
    >
      {question && question.path.length > 0 ? <div className="answer-path">{question.path.join(' › ')}</div> : null}
      <h3 className="answer-title" id={id}>
        {title}
      </h3>
      <div className="answer-body">
        <div>
          <dl className="answer-facts">
            {answersOf(row).map(answer => (
              <div key={answer.field}>
                <dt>{translate(`exchange.answer.${answer.field}`)}</dt>
                <dd>
                  <AnswerText answer={answer} />
                </dd>
              </div>
            ))}
          </dl>
          {answersOf(row).length === 0 ? <p>{translate('collection.review.nothing')}</p> : null}
          {row.issues.map(issue => (
            <Alert
              key={`${issue.code} ${issue.column ?? ''}`}
              severity={issue.severity}
              variant="outlined"
              sx={{ mb: 1 }}
            >
              {say(issue.code, asLocale(locale), issue.params)}
            </Alert>
          ))}
          <div className="answer-tools">
            <Source row={row} field="narrative" />
            {writes ? (
              <>
                <Button
                  size="small"
                  startIcon={<CorrectIcon />}
                  onClick={() => onCorrect(row)}
                  aria-label={`${translate('collection.review.correct')} ${title}`}
                >
                  {translate('collection.review.correct')}
                </Button>
                <Button
                  size="small"
                  startIcon={<FindingIcon />}
                  onClick={() => onFinding(row)}
                  aria-label={`${translate('collection.review.finding')} ${title}`}
                >
                  {translate('collection.review.finding')}
                </Button>
              </>
            ) : null}
          </div>
        </div>
        <div className="boxes">
          <div className="stage">
            {score('firstScore')}
            {text('firstRemarks', 4000)}
          </div>
          <div className="stage">
            {score('secondScore')}
            {text('secondRemarks', 4000)}
          </div>
          {text('returnReason', 2000)}
          <div className={`saved ${saving === 'failed' ? 'is-failed' : ''}`} role="status" data-save={saving}>
            {saving === 'saved'
              ? null
              : translate(`collection.review.saving.${saving}`, { problem: translate(problem, { _: problem }) })}
            {saving === 'failed' ? (
              <Button size="small" onClick={() => void flush()}>
                {translate('shell.tryAgain')}
              </Button>
            ) : null}
          </div>
          {taken.length > 0 ? (
            <Alert
              severity="warning"
              variant="outlined"
              action={
                <>
                  <Button size="small" onClick={takeTheirs}>
                    {translate('collection.review.takeTheirs')}
                  </Button>
                  <Button size="small" onClick={() => void flush()}>
                    {translate('collection.review.keepMine')}
                  </Button>
                </>
              }
            >
              {taken.map(box => translate(`collection.review.box.${box}`)).join(translate('collection.and'))}
            </Alert>
          ) : null}
        </div>
      </div>
    </article>
  );
});
