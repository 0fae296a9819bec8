/** Our own form as CSV, for those who insist: out with guarded values, in from whatever a program made of it. */
export { guarded } from './guard.ts';
export { type CsvReading, readCsvForm } from './read.ts';
export { writeRecords } from './records.ts';
export { byteOrderMark, writeCsv } from './write.ts';
