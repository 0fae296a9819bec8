import { say } from '../model/messages/index.ts';
import { containerOf } from './container.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { patchFods, patchOds } from './ods/index.ts';
import { packageKind } from './package-kind.ts';
import type { CellPatch, PatchOptions, PatchResult } from './patch.ts';
import type { Patched } from './patched.ts';
import { Refusal } from './refusal.ts';
import { patchXlsx } from './xlsx/patch/index.ts';
import { openArchive } from './zip.ts';

/**
 * Writes values into cells of a workbook that others made and changes nothing else: every other part of the file keeps its
 * compressed bytes. Each cell tells what became of it; one that cannot be written is refused and the rest are written.
 * Never throws on bad input. Writing the same again changes nothing and gives back the very bytes that came in.
 * @param fileName as the person knows it, for messages only
 */
export function patchWorkbook(
  bytes: Uint8Array,
  fileName: string,
  patches: readonly CellPatch[],
  options: PatchOptions = {},
  limits: Limits = defaultLimits,
): PatchResult {
  try {
    return { ok: true, ...patchByContent(bytes, patches, options, limits) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const params = { name: fileName, ...error.params };
    return {
      ok: false,
      issue: { code: error.code, severity: 'error', message: say(error.code, 'zh-TW', params), params },
    };
  }
}

function patchByContent(
  bytes: Uint8Array,
  patches: readonly CellPatch[],
  options: PatchOptions,
  limits: Limits,
): Patched {
  const container = containerOf(bytes);
  if (container === 'fods') return patchFods(bytes, patches, options, limits);
  if (container !== 'zip') throw new Refusal(container);
  const archive = openArchive(bytes, limits);
  const patch = packageKind(archive) === 'ods' ? patchOds : patchXlsx;
  return patch(bytes, archive, patches, options, limits);
}
