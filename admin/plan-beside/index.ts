/** A plan and another one beside it. */
export { BesidePage } from './BesidePage.tsx';
export { Busy } from './Busy.tsx';
export { PlanLinks } from './PlanLinks.tsx';
