import { type Exchange, type ExchangeState, type ExchangeVerb, exchangeMachine, step } from '../../sync/model/index.ts';
import { Refusal } from '../problems/refusal.ts';

/** The state a verb leads to. @throws Refusal `illegal_transition`, `reason_required` */
export function reach(exchange: Exchange, verb: ExchangeVerb, reason?: string): ExchangeState {
  const next = step(exchangeMachine, exchange.state, verb, reason);
  if (!next.ok) throw new Refusal(next.code, { state: exchange.state, verb });
  return next.state;
}
