import { open, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileFailure } from '../files.ts';
import { failure } from './failure.ts';

/** Does something as the only one who syncs a form file. @throws FileFailed when another command is at it */
export async function alone<T>(form: string, work: () => Promise<T>): Promise<T> {
  const path = `${form}.sheets.lock`;
  try {
    await (await open(path, 'wx')).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw failure('sheet_form_in_use', { name: basename(form), lock: basename(path) });
    throw fileFailure(error, path);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}
