/** A plan and another one beside it. */
export { Busy } from './Busy.tsx';
export { LikelyPlans } from './LikelyPlans.tsx';
export { PlanLinks } from './PlanLinks.tsx';
export { PlanPicker } from './PlanPicker.tsx';
export { usePlansBeside } from './use-plans-beside.ts';
