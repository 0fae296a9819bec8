import { type Machine, step } from '../../sync/model/index.ts';
import { Refusal } from '../problems/refusal.ts';

/**
 * The state that a verb leads to. `thing` is the machine's name in the catalogue of names, such as `report`.
 * @throws Refusal `illegal_transition` naming state and verb as people call them, `reason_required`
 */
export function transition<State extends string, Verb extends string>(
  machine: Machine<State, Verb>,
  thing: string,
  state: State,
  verb: Verb,
  reason?: string,
): State {
  const next = step(machine, state, verb, reason);
  if (next.ok) return next.state;
  if (next.code === 'reason_required') throw new Refusal('reason_required', { field: 'reason' });
  throw new Refusal(
    'illegal_transition',
    { state: `{${thing}.state.${state}}`, verb: `{${thing}.verb.${verb}}` },
    { state, verb },
  );
}
