import type { Marked } from '../../model/index.ts';

/** A step of a plan that a row of a form may ask for. */
export interface PlanStep {
  readonly id: string;
  /** From the item down to the step itself, outermost first. */
  readonly path: readonly Marked[];
  /** What stands below it in the plan and may be printed in the same row. */
  readonly subSteps?: readonly Marked[];
  /** As the plan prints them. */
  readonly units: readonly string[];
  /** Months 1–12. */
  readonly checkMonths: readonly number[];
}
