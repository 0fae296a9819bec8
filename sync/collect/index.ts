/**
 * What a bureau asks of hundreds of agencies, collected: workbooks are stamped before they go out, recognised when they come
 * back, read row by row, merged, and consolidated into one workbook. Pure; no database, no clock.
 */
export { type AgencyName, agenciesNamed, agencyName, namesOf, partsOfName, sameAgency } from './agency-names.ts';
export {
  type ConsolidatedAgency,
  type ConsolidatedItem,
  type ConsolidatedRow,
  type ConsolidationFormat,
  type ConsolidationSource,
  Counting,
  consolidationFormats,
  type ResultCounts,
  type Sink,
  type Statistics,
  writeConsolidation,
} from './consolidate/index.ts';
export { editionOf } from './edition.ts';
export { mergeReturned, type ValuesByRow } from './merge.ts';
export {
  type AgencyFile,
  type FileConflict,
  mergeFiles,
  type Origin,
  type Together,
  type TogetherRow,
} from './merge-files.ts';
export type {
  CollectedRowRead,
  CollectedRows,
  Edition,
  EditionPlace,
  EditionRow,
  Marks,
  Order,
  RecipientName,
  Recognised,
  Returned,
  StrayRow,
} from './order.ts';
export { type Question, questionsOf } from './questions.ts';
export { readReturned } from './read-file.ts';
export { type ReturnedBook, recogniseFile } from './recognise.ts';
export { collectRows } from './rows.ts';
export { readStamp, stampBook } from './stamp.ts';
