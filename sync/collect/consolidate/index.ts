/** One workbook out of what hundreds of agencies answered, written piece by piece. */
export type {
  ConsolidatedAgency,
  ConsolidatedItem,
  ConsolidatedRow,
  ConsolidationFormat,
  ConsolidationSource,
  Sink,
} from './source.ts';
export { consolidationFormats } from './source.ts';
export { Counting, type ResultCounts, type Statistics } from './statistics.ts';
export { writeConsolidation } from './write.ts';
