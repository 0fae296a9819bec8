/**
 * One workbook, whatever file it came from. The only folder that knows a file format. What few need has a door of its own, so that
 * others do not load it: `added-sheet/` (a sheet of texts behind the others), `properties/`, `libreoffice/`, `google/`.
 */
export { addressOf, columnName, columnNumber, contains, parseAddress, parseRange, type Range } from './address.ts';
export { type Emphasis, plainEmphasis, type Stretch } from './emphasis.ts';
export { defaultLimits, type Limits } from './limits.ts';
export { indexMerges } from './merges.ts';
export type { CellPatch, PatchedCell, PatchOptions, PatchResult, PatchValue } from './patch.ts';
export { openToPatch, type PatchOpened, patchWorkbook } from './patch-workbook.ts';
export { type ReadResult, readWorkbook } from './read.ts';
/** The zip, the XML and the caps that other packages of documents are opened with too. */
export { Refusal } from './refusal.ts';
export type {
  Cell,
  CellValue,
  ColumnSpan,
  DefinedName,
  DrawnBox,
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
