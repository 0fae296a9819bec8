import { containerOf } from './container.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { patchFods, patchOds } from './ods/index.ts';
import { packageKind } from './package-kind.ts';
import type { CellPatch, PatchOptions, PatchResult } from './patch.ts';
import type { Patched } from './patched.ts';
import { Refusal } from './refusal.ts';
import { say } from './say.ts';
import { openXlsx } from './xlsx/patch/index.ts';
import { openArchive } from './zip.ts';

/** Writes cells into one workbook as it came, whatever was written into it before. */
export type PatchOpened = (patches: readonly CellPatch[], options?: PatchOptions) => PatchResult;

/**
 * Writes values into cells of a workbook that others made and changes nothing else: every other part of the file keeps its
 * compressed bytes. Each cell tells what became of it; one that cannot be written is refused and the rest are written.
 * Never throws on bad input. Writing the same again changes nothing and gives back the very bytes that came in.
 * @param fileName as the person knows it, for messages only
 */
export const patchWorkbook = (
  bytes: Uint8Array,
  fileName: string,
  patches: readonly CellPatch[],
  options: PatchOptions = {},
  limits: Limits = defaultLimits,
): PatchResult => openToPatch(bytes, fileName, limits)(patches, options);

/**
 * A workbook that is to be filled more than once: what is unpacked and looked up the first time serves every later one.
 * @param bytes must stay as they are
 */
export function openToPatch(bytes: Uint8Array, fileName: string, limits: Limits = defaultLimits): PatchOpened {
  let open: Patch | undefined;
  return (patches, options = {}) => {
    try {
      open ??= patchOf(bytes, limits);
      return { ok: true, ...open(patches, options) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const params = { name: fileName, ...error.params };
      return {
        ok: false,
        issue: { code: error.code, severity: 'error', message: say(error.code, 'zh-TW', params), params },
      };
    }
  };
}

type Patch = (patches: readonly CellPatch[], options: PatchOptions) => Patched;

function patchOf(bytes: Uint8Array, limits: Limits): Patch {
  const container = containerOf(bytes);
  if (container === 'fods') return (patches, options) => patchFods(bytes, patches, options, limits);
  if (container !== 'zip') throw new Refusal(container);
  const archive = openArchive(bytes, limits);
  if (packageKind(archive) === 'xlsx') return openXlsx(bytes, archive, limits);
  // An archive counts what it unpacks, and this one is unpacked each time.
  return (patches, options) => patchOds(bytes, openArchive(bytes, limits), patches, options, limits);
}
