import { type Sample, sample } from '../mock/sample/index.ts';

/** One agency with 100,000 reports: 20 sections, 500 steps that fan out to all of them, 10 rounds. */
export const benchSample = (): Sample =>
  sample({ agencies: 1, unitsPerAgency: 20, stepsPerPlan: 500, roundsPerPlan: 10 });

/** The person who may see every one of those reports. */
export const secretariatOf = ({ users }: Sample): string => users.find(user => user.role === 'secretariat')!.id;
