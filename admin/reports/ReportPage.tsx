import { type ComponentProps, useState } from 'react';
import { Title, useGetOne, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import type { Report, Round } from '../../sync/model/index.ts';
import { mayUse, problemCode, useSession } from '../data/index.ts';
import { AccessDenied, ErrorPage, NotFound, PageSkeleton } from '../layout/index.ts';
import { Sheet } from './page/Sheet.tsx';
import { useBesidePending } from './page/use-beside.ts';

/** Once shown it stays, whatever is read anew. */
const Whole = ({ report, round }: ComponentProps<typeof Sheet>) => {
  const pending = useBesidePending(report);
  const [shown, setShown] = useState(!pending);
  if (!shown && !pending) setShown(true);
  return shown ? <Sheet report={report} round={round} /> : <PageSkeleton />;
};

const Found = ({ id }: { readonly id: string }) => {
  const translate = useTranslate();
  const { data: report, error, refetch } = useGetOne<Report>('reports', { id });
  const { data: round } = useGetOne<Round>('rounds', { id: report?.roundId ?? '' }, { enabled: report !== undefined });
  if (!report && error)
    return problemCode(error) === 'not_found' ? (
      <NotFound />
    ) : (
      <ErrorPage error={error} resetErrorBoundary={() => void refetch()} />
    );
  return (
    <>
      <Title
        title={
          round
            ? translate('report.ofRound', { round: round.title })
            : translate('resources.reports.name', { smart_count: 1 })
        }
      />
      {report ? <Whole key={report.id} report={report} round={round} /> : <PageSkeleton />}
    </>
  );
};

/** One report: for the section to write, for those who decide to read, for everybody else to look up. */
export const ReportPage = () => {
  const { id } = useParams();
  const { user } = useSession();
  return mayUse(user.role, 'reports', 'show') ? <Found key={id} id={id ?? ''} /> : <AccessDenied />;
};

export default ReportPage;
