import FileIcon from '@mui/icons-material/ErrorOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import LinearProgress from '@mui/material/LinearProgress';
import { useEffect, useState } from 'react';
import { Title, useLocaleState, useNotify, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { PlanReading, PlanSource } from '../../sync/model/index.ts';
import { mayUse, problemCode, useSession } from '../data/index.ts';
import { AccessDenied, Message } from '../layout/index.ts';
import { useStable } from '../plan-tree/use-stable.ts';
import { DropZone } from './DropZone.tsx';
import { issueText } from './issue-words.ts';
import { KeptImports } from './KeptImports.tsx';
import { dropReview, keptFiles, readReview } from './kept.ts';
import { readSource } from './kept-source.ts';
import { ReviewPage } from './ReviewPage.tsx';
import { beginReading, endReading, presentReading, type Reading } from './reading.ts';
import { type Review, reviewOf } from './review.ts';

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading'; readonly reading: Reading }
  | {
      readonly kind: 'failed';
      readonly file: File;
      readonly message: string;
      /** The file is not to blame, so it may be read yet. */
      readonly again: boolean;
    }
  | { readonly kind: 'nothing'; readonly reading: PlanReading }
  | {
      readonly kind: 'review';
      readonly review: Review;
      readonly keptAt: string | null;
      readonly source: PlanSource | null;
      /** What the file itself says, where corrections of it were gone on with. */
      readonly fresh: PlanReading | null;
    };

/** Nothing was heard of the server. */
const unheard: ReadonlySet<string> = new Set(['network', 'no_answer']);

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Where the page begins: beside a file that is still being read, or in the middle of an import that the address names. */
const firstStep = (sha256: string | null): Step => {
  const reading = presentReading();
  if (reading) return { kind: 'reading', reading };
  const kept = sha256 === null ? null : readReview(sha256);
  return kept
    ? { kind: 'review', review: kept.review, keptAt: kept.at, source: null, fresh: null }
    : { kind: 'choose' };
};

/** Drop a plan document → see what was understood, each doubt beside its row → correct in place → create the draft. */
export const ImportPage = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const { user } = useSession();
  const [search, setSearch] = useSearchParams();
  const [step, setStep] = useState<Step>(() => firstStep(search.get('file')));
  const [kept, setKept] = useState(keptFiles);
  const [locale] = useLocaleState();

  const choose = () => {
    setKept(keptFiles());
    setSearch({}, { replace: true });
    setStep({ kind: 'choose' });
  };
  const review = (now: Omit<Extract<Step, { kind: 'review' }>, 'kind'>) => {
    setSearch({ file: now.review.sha256 }, { replace: true });
    setStep({ kind: 'review', ...now });
  };
  const look = (reading: PlanReading) => {
    const kept = readReview(reading.sha256);
    const begun = kept?.at ? kept : null;
    review({
      review: begun?.review ?? reviewOf(reading),
      keptAt: begun?.at ?? null,
      source: reading.source,
      fresh: begun ? reading : null,
    });
  };
  const goOn = ({ sha256 }: Pick<Review, 'sha256'>) => {
    const found = readReview(sha256);
    if (found) review({ review: found.review, keptAt: found.at, source: null, fresh: null });
  };
  const begin = ([file, ...more]: readonly File[]) => {
    if (!file) return;
    if (more.length > 0) notify('planImport.oneOnly', { type: 'info' });
    setStep({ kind: 'reading', reading: beginReading(file) });
  };

  const was = step.kind === 'reading' ? step.reading : null;
  const arrived = useStable((reading: PlanReading) => {
    endReading();
    if (reading.items.length > 0) look(reading);
    else setStep({ kind: 'nothing', reading });
  });
  const refused = useStable((error: unknown) => {
    endReading();
    if (error instanceof DOMException && error.name === 'AbortError') return choose();
    if (was === null) return undefined;
    const code = problemCode(error) ?? '';
    const told = error instanceof Error ? error.message : 'shell.error.noAnswer';
    const message = unheard.has(code) ? 'planImport.unheard' : told;
    setStep({ kind: 'failed', file: was.file, message, again: unheard.has(code) || code === 'conversion_busy' });
    return undefined;
  });
  useEffect(() => {
    if (was === null) return;
    let here = true;
    was.done.then(
      reading => here && arrived(reading),
      error => here && refused(error),
    );
    return () => {
      here = false;
    };
  }, [was, arrived, refused]);

  const bare = step.kind === 'review' && step.source === null ? step.review.sha256 : null;
  useEffect(() => {
    if (bare === null) return;
    let here = true;
    void readSource(bare).then(
      source => here && setStep(now => (now.kind === 'review' && now.source === null ? { ...now, source } : now)),
    );
    return () => {
      here = false;
    };
  }, [bare]);
  if (!mayUse(user.role, 'plans', 'create')) return <AccessDenied />;

  return (
    <>
      <Title title={translate('planImport.title')} />
      {step.kind === 'choose' ? (
        <Box sx={{ maxWidth: 860 }}>
          <DropZone onFiles={begin} />
          <KeptImports
            files={kept}
            onGoOn={goOn}
            onDrop={file => {
              dropReview(file.sha256);
              setKept(keptFiles());
            }}
          />
        </Box>
      ) : null}
      {was === null ? null : (
        <Card sx={{ p: 4, maxWidth: 860, textAlign: 'center' }}>
          <Box role="status" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
            {translate('planImport.reading', { name: was.file.name, size: sizeOf(was.file.size) })}
          </Box>
          <LinearProgress sx={{ my: 2 }} aria-label={translate('shell.loading')} />
          <Box sx={{ color: 'text.secondary', mb: 2 }}>{translate('planImport.readingText')}</Box>
          <Button onClick={was.stop}>{translate('ra.action.cancel')}</Button>
        </Card>
      )}
      {step.kind === 'failed' ? (
        <Card sx={{ maxWidth: 860 }}>
          <Message
            icon={FileIcon}
            role="alert"
            title={translate('planImport.failed', { name: step.file.name })}
            actions={
              <>
                {step.again ? (
                  <Button variant="contained" onClick={() => begin([step.file])}>
                    {translate('shell.tryAgain')}
                  </Button>
                ) : null}
                <Button variant={step.again ? 'outlined' : 'contained'} onClick={choose}>
                  {translate('planImport.another')}
                </Button>
              </>
            }
          >
            <p>{translate(step.message, { _: step.message })}</p>
          </Message>
        </Card>
      ) : null}
      {step.kind === 'nothing' ? (
        <Card sx={{ maxWidth: 860 }}>
          <Message
            icon={FileIcon}
            role="alert"
            title={translate('planImport.nothing', { name: step.reading.fileName })}
            actions={
              <>
                <Button variant="contained" onClick={choose}>
                  {translate('planImport.another')}
                </Button>
                <Button variant="outlined" onClick={() => look(step.reading)}>
                  {translate('planImport.byHand')}
                </Button>
              </>
            }
          >
            {reviewOf(step.reading).issues.map(issue => (
              <p key={`${issue.code} ${JSON.stringify(issue.params)}`}>{issueText(issue, locale)}</p>
            ))}
          </Message>
        </Card>
      ) : null}
      {step.kind === 'review' ? (
        <ReviewPage
          key={`${step.review.sha256} ${step.keptAt ?? ''}`}
          start={step.review}
          source={step.source}
          keptAt={step.keptAt}
          onFresh={
            step.fresh
              ? () => review({ review: reviewOf(step.fresh!), keptAt: null, source: step.fresh!.source, fresh: null })
              : undefined
          }
          onLeave={choose}
        />
      ) : null}
    </>
  );
};

export default ImportPage;
