/** The document beside the tree that was read out of it. */
export { type Beside, BesideTabs } from './BesideTabs.tsx';
export { SourcePane } from './SourcePane.tsx';
export type { Place } from './spots.ts';
export { useSource } from './use-source.ts';
