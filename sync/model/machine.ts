/** A state machine as data: each verb names the states it leaves, the one it reaches, and whether it must be explained. */
export interface Machine<State extends string, Verb extends string> {
  readonly initial: State;
  readonly states: readonly State[];
  readonly verbs: Readonly<
    Record<Verb, { readonly from: readonly State[]; readonly to: State; readonly reason?: 'required' }>
  >;
}

export type Step<State> =
  | { readonly ok: true; readonly state: State }
  | { readonly ok: false; readonly code: 'illegal_transition' | 'reason_required' };

/** The state that `verb` leads to from `state`, or why it may not be used. A blank reason is no reason. */
export function step<State extends string, Verb extends string>(
  machine: Machine<State, Verb>,
  state: State,
  verb: Verb,
  reason?: string,
): Step<State> {
  const rule = machine.verbs[verb];
  if (!rule.from.includes(state)) return { ok: false, code: 'illegal_transition' };
  if (rule.reason === 'required' && !reason?.trim()) return { ok: false, code: 'reason_required' };
  return { ok: true, state: rule.to };
}

/** The verbs that may be used in `state`, in the order the machine lists them. */
export function verbsFrom<State extends string, Verb extends string>(
  machine: Machine<State, Verb>,
  state: State,
): readonly Verb[] {
  return (Object.keys(machine.verbs) as Verb[]).filter(verb => machine.verbs[verb].from.includes(state));
}
