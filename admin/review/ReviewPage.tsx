import DoneIcon from '@mui/icons-material/TaskAltOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { Title, useGetList, useTranslate } from 'react-admin';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import type { Report, Round, Unit } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { AccessDenied, Message } from '../layout/index.ts';
import { NarrowTo } from './NarrowTo.tsx';
import { inReviewOrder } from './order.ts';
import { Queue } from './Queue.tsx';
import { Returned } from './Returned.tsx';

const most = 1000;
const all = { page: 1, perPage: most };

const useReports = (filter: Readonly<Record<string, unknown>>) =>
  useGetList<Report>('reports', { filter, sort: { field: 'dueDate', order: 'ASC' }, pagination: all });

const Inbox = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const [params, setParams] = useSearchParams();
  const round = params.get('round') ?? '';
  const unit = params.get('unit') ?? '';
  const narrow = { agencyId: user.agencyId, roundId: round, unitId: unit };
  const endorsed = useReports({ ...narrow, state: 'endorsed' });
  const returned = useReports({ ...narrow, state: 'returned' });
  const { total: submitted = 0 } = useGetList<Report>('reports', {
    filter: { ...narrow, state: 'submitted' },
    pagination: { page: 1, perPage: 1 },
  });
  const { data: rounds } = useGetList<Round>('rounds', {
    filter: { agencyId: user.agencyId, state_ne: 'draft' },
    sort: { field: 'dueDate', order: 'DESC' },
    pagination: all,
  });
  const { data: units } = useGetList<Unit>('units', {
    filter: { agencyId: user.agencyId },
    sort: { field: 'position', order: 'ASC' },
    pagination: all,
  });
  const choose = (name: string) => (id: string) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        if (id === '') next.delete(name);
        else next.set(name, id);
        return next;
      },
      { replace: true },
    );
  const queue = inReviewOrder(endorsed.data ?? []);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Typography sx={{ color: 'text.secondary' }}>{translate('review.intro')}</Typography>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr 1fr', sm: '240px 240px' } }}>
        <NarrowTo
          label="review.round"
          all="review.allRounds"
          value={round}
          onChange={choose('round')}
          choices={(rounds ?? []).map(({ id, title }) => ({ id, name: title }))}
        />
        <NarrowTo
          label="review.unit"
          all="review.allUnits"
          value={unit}
          onChange={choose('unit')}
          choices={units ?? []}
        />
      </Box>
      <Returned reports={returned.data ?? []} />
      <section aria-labelledby="to-review">
        <Typography id="to-review" variant="h2" sx={{ mb: 1 }}>
          {endorsed.data
            ? translate('report.counted', { title: translate('review.endorsed'), count: queue.length })
            : translate('review.endorsed')}
        </Typography>
        {endorsed.data === undefined && !endorsed.error ? <Skeleton variant="rounded" height={240} /> : null}
        {endorsed.data && queue.length === 0 ? (
          <Message icon={DoneIcon} title={translate(round || unit ? 'review.noneFiltered' : 'review.none')}>
            <p>{translate('review.noneText')}</p>
          </Message>
        ) : null}
        {queue.length > 0 ? <Queue queue={queue} approval="accept" /> : null}
      </section>
      {submitted > 0 ? (
        <Box sx={{ color: 'text.secondary' }}>
          <Link
            component={RouterLink}
            to={`/reports?filter=${encodeURIComponent(JSON.stringify({ state: 'submitted' }))}`}
          >
            {translate('review.waitingForChief', { smart_count: submitted })}
          </Link>
        </Box>
      ) : null}
    </Box>
  );
};

/** The secretariat's inbox: what came back, what waits for a decision, what is still on its way. */
export const ReviewPage = () => {
  const translate = useTranslate();
  const { user } = useSession();
  if (!mayUse(user.role, 'reports', 'accept')) return <AccessDenied />;
  return (
    <>
      <Title title={translate('review.title')} />
      <Inbox />
    </>
  );
};

export default ReviewPage;
