/**
 * Workbooks that we do not read ourselves, through the LibreOffice of this machine. Effects live here: a process, a folder
 * for it, both gone afterwards. Where LibreOffice is missing, everything else still works.
 */
export { type Conversion, type ConversionOptions, type ConversionTarget, convert } from './convert.ts';
export { type Printable, printPdf } from './print.ts';
export { isForeign, readAnyWorkbook } from './read-any.ts';
export { findSoffice } from './soffice.ts';
