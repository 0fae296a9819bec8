import { agenciesOf, unitsOf, usersOf } from './people.ts';
import { planItemsOf, plansOf } from './plans.ts';
import { eventsOf, evidenceOf } from './records.ts';
import { assignmentsOf, reportsOf, roundsOf } from './work.ts';

/** How much there is of everything; the number of reports is the product of all four. */
export interface SampleSize {
  readonly agencies: number;
  readonly unitsPerAgency: number;
  readonly stepsPerPlan: number;
  readonly roundsPerPlan: number;
}

const small: SampleSize = { agencies: 3, unitsPerAgency: 4, stepsPerPlan: 8, roundsPerPlan: 2 };

/** Sample rows of every resource, consistent with each other and the same every time. Ids sort by creation. */
export function sample(size: SampleSize = small) {
  const agencies = agenciesOf(size.agencies);
  const units = unitsOf(agencies, size.unitsPerAgency);
  const users = usersOf(agencies, units);
  const plans = plansOf(agencies);
  const planItems = planItemsOf(plans, units, size.stepsPerPlan);
  const assignments = assignmentsOf(planItems, units, users);
  const rounds = roundsOf(plans, size.roundsPerPlan);
  const written = reportsOf(assignments, rounds);
  const { evidence, attachments } = evidenceOf(written, users);
  const attached = Map.groupBy(attachments, attachment => attachment.reportId);
  const reports = written.map(report => ({ ...report, evidenceCount: attached.get(report.id)?.length ?? 0 }));
  const events = eventsOf(reports, users);
  return { agencies, units, users, plans, planItems, assignments, rounds, reports, evidence, attachments, events };
}

export type Sample = ReturnType<typeof sample>;
