/** Self-check forms: write a round's form, read it back after people edited it. */
export { columnTitles } from './columns.ts';
export type { FormContent, FormEvidence, FormRow, Numbered } from './content.ts';
export { parseResult, resultWords } from './result-words.ts';
export { type WrittenForm, writeForm } from './write/index.ts';
