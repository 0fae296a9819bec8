import {
  isBehind,
  lagOf,
  missingForSubmission,
  type Report,
  reportMachine,
  type Settings,
} from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import { Refusal } from '../problems/refusal.ts';
import { transition } from '../records/transition.ts';
import { isShut } from './writing.ts';

/** Verbs that people use; `start` and `revise` happen by themselves. */
export const spokenVerbs = ['submit', 'endorse', 'accept', 'return', 'reopen'] as const;
export type SpokenVerb = (typeof spokenVerbs)[number];

/** What a verb needs to know besides the report. */
export interface Circumstances {
  readonly actor: Pick<Actor, 'role'>;
  readonly limits: Pick<Settings, 'behindThreshold'>;
  readonly closedRounds: ReadonlySet<string>;
  /** The instant of the change. */
  readonly at: string;
  readonly reason?: string | undefined;
}

export type Outcome = Partial<Pick<Report, 'stateReason' | 'submittedAt' | 'acceptedAt'>> & Pick<Report, 'state'>;

/** A report goes up whole: what is missing is named, all of it at once. */
function mustBeComplete(report: Report, { limits }: Circumstances): void {
  const missing = missingForSubmission(report, limits);
  if (missing.length === 0) return;
  const fields = missing.map(field => `{report.field.${field}}`).join('{comma}');
  const details = missing.map(field => ({ field, problem: 'required' }));
  const onlyDelay = missing.every(field => field === 'delayCause' || field === 'remedy');
  throw onlyDelay && isBehind(report, limits)
    ? new Refusal('report_behind', { fields, lag: lagOf(report) }, details)
    : new Refusal('report_incomplete', { fields }, details);
}

/** Conditions beyond the machine's. */
const conditions: Readonly<Partial<Record<SpokenVerb, (report: Report, circumstances: Circumstances) => void>>> = {
  submit(report, circumstances) {
    if (isShut(report, circumstances.closedRounds.has(report.roundId))) throw new Refusal('round_closed');
    mustBeComplete(report, circumstances);
  },
  return(report, { actor }) {
    // What a chief endorsed is out of the section's hands.
    if (actor.role === 'chief' && report.state !== 'submitted')
      throw new Refusal('illegal_transition', {
        state: `{report.state.${report.state}}`,
        verb: '{report.verb.return}',
      });
  },
};

const marks: Readonly<Record<SpokenVerb, (at: string, reason: string) => Omit<Outcome, 'state'>>> = {
  submit: at => ({ submittedAt: at }),
  endorse: () => ({}),
  accept: at => ({ acceptedAt: at }),
  return: (_at, reason) => ({ stateReason: reason }),
  reopen: (_at, reason) => ({ stateReason: reason, acceptedAt: null }),
};

/** What a verb makes of a report. @throws Refusal saying why it may not be used now */
export function outcomeOf(verb: SpokenVerb, report: Report, circumstances: Circumstances): Outcome {
  const { at, reason } = circumstances;
  const state = transition(reportMachine, 'report', report.state, verb, reason);
  conditions[verb]?.(report, circumstances);
  return { state, ...marks[verb](at, reason?.trim() ?? '') };
}
