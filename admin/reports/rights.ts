import {
  type Report,
  type ReportVerb,
  reportMachine,
  type User,
  verbsFrom,
  writableReportStates,
} from '../../sync/model/index.ts';
import { mayUse } from '../data/rights.ts';

type Person = Pick<User, 'role' | 'agencyId' | 'unitId'>;
type Standing = Pick<Report, 'agencyId' | 'unitId' | 'state' | 'stateReason'>;

/** Verbs with a button of their own; the others happen by writing. */
export type SpokenVerb = Exclude<ReportVerb, 'start' | 'revise'>;

const bySection: readonly SpokenVerb[] = ['submit', 'endorse'];

const ofSection = (person: Person, report: Standing): boolean =>
  person.agencyId === report.agencyId && person.unitId !== null && person.unitId === report.unitId;

/** Whether a report may no longer be written because its round is over: one that was handed back still may. */
export const isShut = (report: Pick<Report, 'stateReason'>, roundClosed: boolean): boolean =>
  roundClosed && report.stateReason === '';

/** Whether the person may write answers and add evidence now. The server decides; this keeps from offering what it would refuse. */
export const mayWrite = (person: Person, report: Standing, roundClosed: boolean): boolean =>
  mayUse(person.role, 'reports', 'update') &&
  ofSection(person, report) &&
  writableReportStates.includes(report.state) &&
  !isShut(report, roundClosed);

function reaches(person: Person, report: Standing, verb: SpokenVerb): boolean {
  if (!mayUse(person.role, 'reports', verb)) return false;
  if (bySection.includes(verb)) return ofSection(person, report);
  if (verb === 'return' && person.role === 'chief') return ofSection(person, report) && report.state === 'submitted';
  return person.agencyId === report.agencyId;
}

/** The verbs to offer on a report, in the machine's order. A report that nobody has written can only be written first. */
export function verbsFor(person: Person, report: Standing, roundClosed: boolean): readonly SpokenVerb[] {
  const spoken = verbsFrom(reportMachine, report.state).filter(
    (verb): verb is SpokenVerb => verb !== 'start' && verb !== 'revise',
  );
  const offered =
    mayWrite(person, report, roundClosed) && !spoken.includes('submit') ? ['submit' as const, ...spoken] : spoken;
  return offered.filter(
    verb => reaches(person, report, verb) && (verb !== 'submit' || mayWrite(person, report, roundClosed)),
  );
}

/** The state whose reports wait for this person's decision, or null for those who decide nothing. */
export const awaited = (person: Person): 'submitted' | 'endorsed' | null =>
  person.role === 'chief' ? 'submitted' : person.role === 'secretariat' ? 'endorsed' : null;
