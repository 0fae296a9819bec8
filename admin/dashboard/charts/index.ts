/** The rings of the dashboard. */
export { CompletionRing } from './CompletionRing.tsx';
export { LightsRing } from './LightsRing.tsx';
