import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** A Python that knows openpyxl, with the version of that; null where there is none. */
export async function openpyxl(): Promise<{ readonly python: string; readonly version: string } | null> {
  for (const python of ['python3', '/usr/bin/python3']) {
    try {
      const { stdout } = await promisify(execFile)(python, ['-c', 'import openpyxl; print(openpyxl.__version__)']);
      return { python, version: stdout.trim() };
    } catch {
      // This Python is missing or does not know it; the next may.
    }
  }
  return null;
}
