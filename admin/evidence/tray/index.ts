/** The evidence of one report. */
export { EvidenceTray } from './EvidenceTray.tsx';
export { type Tray, useTray } from './use-tray.ts';
