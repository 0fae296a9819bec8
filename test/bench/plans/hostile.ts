import { hostileFiles } from '../../sync/outline/hostile/files.ts';
import { readAlone } from '../../sync/outline/hostile/read-alone.ts';
import type { Measure } from '../measure.ts';

/** What files that were made to be trouble take of a process that reads one of them. */
export async function readHostile(): Promise<readonly Measure[]> {
  const measures: Measure[] = [];
  for (const [name, make] of Object.entries(hostileFiles)) {
    const { codes, peakMb, ms } = await readAlone(name, make());
    const note = codes.length > 0 ? codes.slice(0, 3).join(', ') : 'read';
    measures.push({ what: `plan read of ${name}`, who: 'Guankao', p50: ms, peakMb, note });
  }
  return measures;
}
