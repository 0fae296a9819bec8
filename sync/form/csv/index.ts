/** Our own form as CSV, for those who insist: out with guarded values, in from whatever a program made of it, filled in its place. */

export { guarded } from './guard.ts';
export { type CsvTable, openCsv } from './open.ts';
export { patchCsv } from './patch.ts';
export { type CsvReading, readCsvForm } from './read.ts';
export { writeRecords } from './records.ts';
export { byteOrderMark, writeCsv } from './write.ts';
