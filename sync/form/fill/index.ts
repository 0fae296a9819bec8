/** Fills any form whose table was found: answers become patches of their cells, written the way that form writes them. */
export {
  type FilledCell,
  type FillOptions,
  type FillReport,
  type FillResult,
  fillForm,
  type OpenForm,
  openForm,
} from './fill-form.ts';
export { type FillPlan, planFill } from './plan-fill.ts';
export type { PlannedCell } from './planned.ts';
