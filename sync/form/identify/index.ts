/** Which row of the template a row of somebody's workbook is, when no ids came back with it. Pure. */
export { type AskedRow, askedRows, type Heading } from './asked-row.ts';
export { assign, type Worth } from './assign.ts';
export { type Candidate, formLikeness, matchRows, type RowMatch, type RowMatches } from './match.ts';
export { type Near, nearestIn } from './nearest.ts';
export { plainOf } from './plain.ts';
export { matchPlan, type StepMatch } from './plan.ts';
export type { PlanStep } from './plan-step.ts';
export { alike, pairsOf } from './similar.ts';
