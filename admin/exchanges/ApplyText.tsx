import { useTranslate } from 'react-admin';
import type { ExchangeDetail } from '../../sync/model/index.ts';
import type { Outcome } from '../merge-preview/plan.ts';

interface Props {
  readonly exchange: ExchangeDetail;
  readonly outcome: Outcome;
}

/** What applying will write, what it leaves alone, and that it can be undone. */
export const ApplyText = ({ exchange, outcome: { fields, rows, keptOurs } }: Props) => {
  const translate = useTranslate();
  const { notReturned, strays } = exchange.counts;
  return (
    <>
      <p>{translate('exchange.apply.writes', { fields, rows })}</p>
      <p>{translate('exchange.apply.leaves', { keptOurs, notReturned, strays })}</p>
      <p>{translate('exchange.apply.undoable')}</p>
    </>
  );
};
