/** Our own form as CSV, for those who insist: out with guarded values, in from whatever a program made of it. */
export { type CsvReading, readCsvForm } from './read.ts';
export { writeCsv } from './write.ts';
