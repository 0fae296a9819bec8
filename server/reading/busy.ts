import { Refusal } from '../problems/refusal.ts';
import type { Read } from './jobs.ts';

/**
 * Refuses the request itself where a file could not be read for the moment only: told as a fault of the file, it would stay one.
 * @throws Refusal `conversion_busy`
 */
export function mustNotBeBusy(read: Read<unknown>): void {
  if (!read.ok && read.issue.code === 'conversion_busy') throw new Refusal('conversion_busy', read.issue.params);
}
