/** Self-check forms: write a round's form, read it back after people edited it. */

export { parseResult, resultWords } from '../model/index.ts';
export { type AnswersReading, readAnswers, resultOfChoice } from './answers/index.ts';
export { columnTitles } from './columns.ts';
export type { FormContent, FormEvidence, FormRow, Numbered } from './content.ts';
export { type CsvReading, readCsvForm } from './csv/index.ts';
export { type FilledCell, type FillPlan, type FillReport, type FillResult, fillForm, planFill } from './fill/index.ts';
export { notice } from './notice.ts';
export { isUnedited, sameText, tidy } from './plain-text.ts';
export { readForm } from './read/index.ts';
export type { ReturnedCell, ReturnedForm, ReturnedRow } from './returned.ts';
export { type OwnFormat, type WrittenForm, writeForm } from './write/index.ts';
