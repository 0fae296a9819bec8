/** Reads one file and looks for a form in it, in a process of its own, and prints what that took; started by the corpus test. */
import { readFileSync } from 'node:fs';
import { profileForm } from '../../../sync/form/profile/index.ts';
import { readWorkbook } from '../../../sync/sheet/index.ts';

export interface Weight {
  readonly ms: number;
  /** The most memory that the process ever had, in MB, with the program itself. */
  readonly peakMb: number;
}

const [path = ''] = process.argv.slice(2);
const bytes = readFileSync(path);
const began = performance.now();
const reading = readWorkbook(bytes, path);
if (reading.ok) profileForm(reading.workbook);
const weight: Weight = {
  ms: Math.round(performance.now() - began),
  peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
};
process.stdout.write(JSON.stringify(weight));
