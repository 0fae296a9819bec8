import FileIcon from '@mui/icons-material/ErrorOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import LinearProgress from '@mui/material/LinearProgress';
import { useRef, useState } from 'react';
import { Title, useNotify, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { type PlanReading, planReading } from '../../sync/model/index.ts';
import { mayUse, request, useSession } from '../data/index.ts';
import { AccessDenied, Message } from '../layout/index.ts';
import { DropZone } from './DropZone.tsx';
import { KeptImports } from './KeptImports.tsx';
import { dropReview, keptFiles, readReview } from './kept.ts';
import { ReviewPage } from './ReviewPage.tsx';
import { type Review, reviewOf } from './review.ts';

type Step =
  | { readonly kind: 'choose' }
  | { readonly kind: 'reading'; readonly file: File }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }
  | {
      readonly kind: 'review';
      readonly review: Review;
      readonly keptAt: string | null;
      readonly fresh: PlanReading | null;
    };

const read = async (file: File, signal: AbortSignal): Promise<PlanReading> => {
  const body = new FormData();
  body.append('file', file);
  return planReading.parse((await request('/api/plans/read', { method: 'POST', body, signal })).json);
};

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Where the page begins: in the middle of an import when the address names one that is kept. */
const firstStep = (sha256: string | null): Step => {
  const kept = sha256 === null ? null : readReview(sha256);
  return kept ? { kind: 'review', review: kept.review, keptAt: kept.at, fresh: null } : { kind: 'choose' };
};

/** Drop a plan table → see what was understood, each doubt beside its row → correct in place → create the draft. */
export const ImportPage = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const { user } = useSession();
  const [search, setSearch] = useSearchParams();
  const [step, setStep] = useState<Step>(() => firstStep(search.get('file')));
  const [kept, setKept] = useState(keptFiles);
  const stop = useRef<AbortController | null>(null);
  if (!mayUse(user.role, 'plans', 'create')) return <AccessDenied />;

  const choose = () => {
    setKept(keptFiles());
    setSearch({}, { replace: true });
    setStep({ kind: 'choose' });
  };
  const review = (now: Review, keptAt: string | null, fresh: PlanReading | null) => {
    setSearch({ file: now.sha256 }, { replace: true });
    setStep({ kind: 'review', review: now, keptAt, fresh });
  };
  const open = async (files: readonly File[]) => {
    const [file] = files;
    if (!file) return;
    if (files.length > 1) notify('planImport.oneOnly', { type: 'info' });
    setStep({ kind: 'reading', file });
    stop.current = new AbortController();
    try {
      const reading = await read(file, stop.current.signal);
      const begun = readReview(reading.sha256);
      review(begun?.review ?? reviewOf(reading), begun?.at ?? null, reading);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return choose();
      const message = error instanceof Error ? error.message : 'shell.error.noAnswer';
      setStep({ kind: 'failed', name: file.name, message });
    }
    return undefined;
  };

  return (
    <>
      <Title title={translate('planImport.title')} />
      {step.kind === 'choose' ? (
        <Box sx={{ maxWidth: 860 }}>
          <DropZone onFiles={files => void open(files)} />
          <KeptImports
            files={kept}
            onGoOn={file => {
              const found = readReview(file.sha256);
              if (found) review(found.review, found.at, null);
            }}
            onDrop={file => {
              dropReview(file.sha256);
              setKept(keptFiles());
            }}
          />
        </Box>
      ) : null}
      {step.kind === 'reading' ? (
        <Card sx={{ p: 4, maxWidth: 860, textAlign: 'center' }}>
          <Box role="status" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
            {translate('planImport.reading', { name: step.file.name, size: sizeOf(step.file.size) })}
          </Box>
          <LinearProgress sx={{ my: 2 }} aria-label={translate('shell.loading')} />
          <Box sx={{ color: 'text.secondary', mb: 2 }}>{translate('planImport.readingText')}</Box>
          <Button onClick={() => stop.current?.abort()}>{translate('ra.action.cancel')}</Button>
        </Card>
      ) : null}
      {step.kind === 'failed' ? (
        <Card sx={{ maxWidth: 860 }}>
          <Message
            icon={FileIcon}
            role="alert"
            title={translate('planImport.failed', { name: step.name })}
            actions={
              <Button variant="contained" onClick={choose}>
                {translate('planImport.another')}
              </Button>
            }
          >
            <p>{translate(step.message, { _: step.message })}</p>
          </Message>
        </Card>
      ) : null}
      {step.kind === 'review' ? (
        <ReviewPage
          key={`${step.review.sha256} ${step.keptAt ?? ''}`}
          start={step.review}
          source={step.fresh?.source ?? null}
          keptAt={step.keptAt}
          onFresh={step.fresh ? () => review(reviewOf(step.fresh!), null, step.fresh) : undefined}
          onLeave={choose}
        />
      ) : null}
    </>
  );
};

export default ImportPage;
