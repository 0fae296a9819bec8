import { fillForm } from '../../../sync/form/fill/index.ts';
import type { FormFill, FormProfile } from '../../../sync/model/index.ts';
import type { Read } from '../../reading/jobs.ts';

export interface UpwardOrder {
  readonly profile: FormProfile;
  readonly sheets: FormFill['sheets'];
}

/** Writes compiled answers into the form of the bureau above; all else keeps its bytes, the ids by which it is known among them. */
export function writeUpward(bytes: Uint8Array, name: string, { profile, sheets }: UpwardOrder): Read<Uint8Array> {
  const filled = fillForm(bytes, name, profile, { sheets });
  return filled.ok ? { ok: true, result: filled.bytes, issues: filled.report.issues } : filled;
}
