/**
 * The exchange library: forms in anybody's workbook are understood, filled, recognised and merged; plans in anybody's document are
 * read, written and compared. No server, no DOM; takes values and gives values. Bad input never throws: a result says `ok: false`
 * with the one issue that tells what, where and what to do, or comes with `issues`; their texts are in the catalogue
 * (`say(code, locale, params)`).
 *
 * bytes → `readWorkbook` → `profileForm` → `readAnswers`, and back: answers → `fillForm` → bytes.
 * bytes → `readPlan` → plan, and back: plan → `writePlan` → bytes.
 */

/** Answers out of a form, row by row and typed. */
export { type AnswersReading, readAnswers } from './form/answers/index.ts';
/** Answers into a form, once or for one office after the other; every other byte of the file stays. */
export {
  type FilledCell,
  type FillReport,
  type FillResult,
  fillForm,
  type OpenForm,
  openForm,
} from './form/fill/index.ts';
/** Which row of a form a row of a returned one is, without ids. */
export {
  type AskedRow,
  askedRows,
  type Candidate,
  matchRows,
  type RowMatch,
  type RowMatches,
} from './form/identify/index.ts';
/** Our own self-check form, written and read back by its ids. */
export * from './form/index.ts';
/** Where the form is in a workbook, and what a person put right about that. */
export { correctProfile, profileForm } from './form/profile/index.ts';
/** Three workbooks of one form merged field by field, two compared; our own form merged with what the system holds. */
export * from './merge/index.ts';
/** The shapes of all this, as zod schemas and types, and the catalogue of messages. */
export {
  type FormAnswers,
  type FormFill,
  type FormProfile,
  formAnswers,
  formFill,
  formProfile,
  type Issue,
  type PlanDocument,
  type PlanNode,
  planDocument,
  type RowAnswer,
  say,
  type WorkbookDiff,
  type WorkbookMerge,
} from './model/index.ts';
/** Which nodes of two plans are the same, and what became of each. */
export { type DiffRow, type DiffSide, diffPlans, type PlanDiff } from './outline/diff/index.ts';
/** Plans out of documents of any format, and blocks of a document understood as a plan. */
export {
  interpretDocument,
  type OutlineDocument,
  type PlanDocumentReading,
  type ReadOptions,
  readPlan,
} from './outline/index.ts';
/** Plans as documents that people print and edit; .pdf through the LibreOffice of the machine. */
export { type PlanFormat, planFormats, writePlan, writePlanPdf } from './outline/write/index.ts';
/** Workbooks as values, and single cells written into them. */
export {
  type CellPatch,
  defaultLimits,
  type Limits,
  openToPatch,
  type PatchOpened,
  type PatchOptions,
  type PatchResult,
  patchWorkbook,
  type ReadResult,
  readWorkbook,
  type Workbook,
} from './sheet/index.ts';
/** Older files, through the LibreOffice of the machine. */
export { type ConversionOptions, convert, findSoffice, readAnyWorkbook } from './sheet/libreoffice/index.ts';
