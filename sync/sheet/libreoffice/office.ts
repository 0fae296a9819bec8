import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Limits } from '../limits.ts';
import { inFolder, runBounded } from './bounded.ts';
import { settings } from './settings.ts';

const memoryMb = 4096;

/** A file for LibreOffice to write as another. What it is shown has no name but its ending. */
export interface OfficeJob {
  readonly bytes: Uint8Array;
  /** File endings without their dot. */
  readonly from: string;
  readonly to: string;
  /** The name of the export filter, with its options. */
  readonly filter: string;
  readonly timeMs: number;
  readonly limits: Limits;
}

/** What was written, or why nothing was. */
export type OfficeResult = Uint8Array | 'failed' | 'tooLong';

/** Runs LibreOffice on one file, in a process group and a folder of its own, both gone afterwards. */
export const runOffice = (program: string, job: OfficeJob): Promise<OfficeResult> =>
  inFolder(async folder => {
    const { bytes, from, to, filter, timeMs, limits } = job;
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings);
    await writeFile(join(folder, `in.${from}`), bytes);
    const args = [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...['--headless', '--norestore', '--nologo', '--nodefault', '--nolockcheck', '--nofirststartwizard'],
      ...['--convert-to', `${to}:${filter}`, '--outdir', join(folder, 'out'), join(folder, `in.${from}`)],
    ];
    const fileMb = Math.ceil(limits.inflatedBytes / 1024 / 1024);
    const ending = await runBounded({ program, args, folder }, { timeMs, memoryMb, fileMb });
    if (ending === 'tooLong') return 'tooLong';
    return (await result(join(folder, 'out', `in.${to}`), limits)) ?? 'failed';
  });

async function result(file: string, limits: Limits): Promise<Uint8Array | null> {
  try {
    const { size } = await stat(file);
    return size > 0 && size <= limits.inflatedBytes ? new Uint8Array(await readFile(file)) : null;
  } catch {
    return null;
  }
}
