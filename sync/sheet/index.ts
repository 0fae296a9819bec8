/** One workbook, whatever file it came from. The only folder that knows a file format. */
/** A sheet of texts behind the others. */
export { type AddedResult, type AddedSheet, withSheet } from './added-sheet/index.ts';
export { addressOf, columnName, columnNumber, contains, parseAddress, parseRange, type Range } from './address.ts';
export { type Emphasis, plainEmphasis, type Stretch } from './emphasis.ts';
export { defaultLimits, type Limits } from './limits.ts';
export { indexMerges } from './merges.ts';
export type { CellPatch, PatchedCell, PatchOptions, PatchResult, PatchValue } from './patch.ts';
export { openToPatch, type PatchOpened, patchWorkbook } from './patch-workbook.ts';
export { type Properties, type PropertiesResult, withProperties } from './properties/index.ts';
export { type ReadResult, readWorkbook } from './read.ts';
/** The zip, the XML and the caps that other packages of documents are opened with too. */
export { Refusal } from './refusal.ts';
export type {
  Cell,
  CellValue,
  ColumnSpan,
  DefinedName,
  Row,
  Sheet,
  SheetState,
  Sheets,
  Span,
  Table,
  Validation,
  Workbook,
  WorkbookFormat,
} from './workbook.ts';
export { partText, relationshipsOf } from './xlsx/package.ts';
export { decodeXml, type Tag, walkXml } from './xml.ts';
export { type Archive, openArchive } from './zip.ts';
