import InboxIcon from '@mui/icons-material/InboxOutlined';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { Title, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { type ReportState, reportStates } from '../../../sync/model/index.ts';
import { useSession } from '../../data/index.ts';
import { Message } from '../../layout/index.ts';
import { byDate } from '../../reports/due.ts';
import { ReportRows } from '../../reports/ReportRow.tsx';
import { usePaths } from '../../reports/use-paths.ts';
import { NarrowTo } from '../../review/NarrowTo.tsx';
import { inReviewOrder } from '../../review/order.ts';
import { Queue } from '../../review/Queue.tsx';
import { Tiles } from './Tiles.tsx';
import { useBoard } from './use-board.ts';

/** The order in which a report goes through the section. */
const order: readonly ReportState[] = ['pending', 'drafting', 'submitted', 'returned', 'endorsed', 'accepted'];

const isState = (value: string | null): value is ReportState =>
  value !== null && (reportStates as readonly string[]).includes(value);

/** The section's board: how much is where, what waits for the chief's endorsement, everything else one click away. */
export const ChiefHome = () => {
  const translate = useTranslate();
  const { unitName } = useSession();
  const [params, setParams] = useSearchParams();
  const asked = params.get('state');
  const state = isState(asked) ? asked : 'submitted';
  const round = params.get('round') ?? '';
  const { rounds, reports, counts, known } = useBoard(round);
  const here = (reports ?? []).filter(report => report.state === state);
  const pathFor = usePaths(here.map(({ planItemId }) => planItemId));
  const choose = (name: string, value: string) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <Title title={translate('board.title', { unit: unitName ?? '' })} />
      <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: 'minmax(0, 1fr)', mt: 1 }}>
        <NarrowTo
          label="review.round"
          all="review.allOpenRounds"
          value={round}
          onChange={id => choose('round', id)}
          choices={rounds.map(({ id, title }) => ({ id, name: title }))}
        />
        {known && rounds.length === 0 ? (
          <Card>
            <Message icon={InboxIcon} title={translate('board.noRound')}>
              <p>{translate('board.noRoundText')}</p>
            </Message>
          </Card>
        ) : (
          <>
            <Tiles
              states={order}
              counts={known ? counts : undefined}
              chosen={state}
              onChoose={next => choose('state', next)}
            />
            <section aria-labelledby="board-list">
              <Typography id="board-list" variant="h2" sx={{ mb: 1 }}>
                {known
                  ? translate('report.counted', { title: translate(`board.labels.${state}`), count: counts[state] })
                  : translate(`board.labels.${state}`)}
              </Typography>
              {known ? null : <Skeleton variant="rounded" height={200} />}
              {known && here.length === 0 ? (
                <Card>
                  <Message icon={InboxIcon} title={translate(`board.none.${state}`)} />
                </Card>
              ) : null}
              {here.length > 0 && state === 'submitted' ? (
                <Queue queue={inReviewOrder(here)} approval="endorse" />
              ) : null}
              {here.length > 0 && state !== 'submitted' ? (
                <Card sx={{ overflow: 'hidden' }}>
                  <ReportRows reports={[...here].sort(byDate)} pathFor={pathFor} withOfficer />
                </Card>
              ) : null}
            </section>
          </>
        )}
      </Box>
    </>
  );
};

export default ChiefHome;
