/** Buttons for the verbs of state machines, and what they ask first. */
export { ConfirmDialog } from './ConfirmDialog.tsx';
export { ReasonDialog } from './ReasonDialog.tsx';
export { VerbButtons, type VerbDialogProps } from './VerbButtons.tsx';
