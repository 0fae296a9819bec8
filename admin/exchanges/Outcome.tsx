import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { ExchangeDetail } from '../../sync/model/index.ts';
import { outcomeOf } from '../merge-preview/plan.ts';
import { printed } from '../reports/paths.ts';
import type { PlaceOf } from './use-places.ts';

interface Props {
  readonly exchange: ExchangeDetail;
  readonly placeOf: PlaceOf;
}

const Applied = ({ exchange }: Props) => {
  const translate = useTranslate();
  const { fields, rows, keptOurs } = exchange.changes
    ? outcomeOf(exchange.changes, exchange.decisions)
    : { fields: 0, rows: 0, keptOurs: 0 };
  const { notReturned, strays } = exchange.counts;
  return (
    <Alert severity="success" variant="outlined" sx={{ mb: 2, bgcolor: 'background.paper' }}>
      <AlertTitle>{translate('exchange.applied.title', { fields, rows })}</AlertTitle>
      {translate('exchange.applied.text', { keptOurs, notReturned, strays })}
    </Alert>
  );
};

const Undone = ({ exchange, placeOf }: Props) => {
  const translate = useTranslate();
  const reports = new Map(exchange.changes?.rows.map(row => [row.rowId, row.reportId]));
  const { left } = exchange;
  return (
    <Alert
      severity={left.length > 0 ? 'warning' : 'info'}
      variant="outlined"
      sx={{ mb: 2, bgcolor: 'background.paper' }}
    >
      <AlertTitle>{translate(left.length > 0 ? 'exchange.undone.partly' : 'exchange.undone.whole')}</AlertTitle>
      {left.length > 0 ? (
        <>
          {translate('exchange.undone.leftText', { smart_count: left.length })}
          <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
            {left.map(({ rowId, field }) => {
              const reportId = reports.get(rowId) ?? '';
              const place = placeOf(reportId);
              const step = place?.path.at(-1);
              return (
                <li key={`${rowId} ${field}`}>
                  <Link to={`/reports/${reportId}/show`} style={{ color: 'inherit' }}>
                    {step ? printed(step) : translate('exchange.row.unknown')}
                  </Link>
                  {`　${place?.unit ?? ''}　`}
                  <b>{translate(`exchange.answer.${field}`)}</b>
                </li>
              );
            })}
          </Box>
        </>
      ) : (
        translate('exchange.undone.wholeText')
      )}
    </Alert>
  );
};

const Rejected = ({ exchange }: Props) => {
  const translate = useTranslate();
  return (
    <Alert severity="warning" variant="outlined" sx={{ mb: 2, bgcolor: 'background.paper' }}>
      <AlertTitle>{translate('exchange.rejected.title')}</AlertTitle>
      <Box sx={{ whiteSpace: 'pre-line' }}>{translate('exchange.rejected.text', { reason: exchange.stateReason })}</Box>
    </Alert>
  );
};

const outcomes = { applied: Applied, undone: Undone, rejected: Rejected };

/** What became of an exchange that no longer waits. */
export const Outcome = (props: Props) => {
  const { state } = props.exchange;
  if (state === 'received' || state === 'previewed') return null;
  const Told = outcomes[state];
  return <Told {...props} />;
};
