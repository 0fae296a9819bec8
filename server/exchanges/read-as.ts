import type { Issue } from '../../sync/model/index.ts';
import type { Context } from '../context.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import type { IssuedThrough } from '../forms/made.ts';
import type { Read } from '../reading/jobs.ts';
import { type Log, reading, type Source } from '../reading/run.ts';
import type { KeptFile } from './stored.ts';

/** A form that went out, with its file and, where it went through a template, how that is read. */
export interface LeftForm {
  readonly sha256: string;
  readonly name: string;
  /** `IssuedThrough` as JSON. */
  readonly issued: string | null;
}

/**
 * Reads a file for the rows of a form, compared with the file that went out.
 * @param issues what was noticed about the file before
 */
export function readAsForm(
  context: Pick<Context, 'storage'>,
  file: Source,
  form: LeftForm,
  log: Log,
  issues: readonly Issue[] = [],
): Promise<Read<KeptFile>> {
  return withLocalCopy(context, form, async (left): Promise<Read<KeptFile>> => {
    if (form.issued === null) {
      const read = await reading.read('returnedOwn', file, log, left);
      return read.ok ? { ...read, result: { own: told(read.result, [...issues, ...read.issues]) } } : read;
    }
    const issued = JSON.parse(form.issued) as IssuedThrough;
    const read = await reading.read('returnedAs', file, log, { issued, path: left.path });
    return read.ok ? { ...read, result: { through: told(read.result, [...issues, ...read.issues]) } } : read;
  });
}

const told = <T extends { readonly issues: readonly Issue[] }>(read: T, issues: readonly Issue[]): T => ({
  ...read,
  issues: [...issues, ...read.issues],
});
