import type { Reading } from '../finding.ts';
import type { Limits } from '../limits.ts';
import type { CellPatch, PatchOptions } from '../patch.ts';
import type { Patched } from '../patched.ts';
import { Refusal } from '../refusal.ts';
import type { Archive } from '../zip.ts';

/** Reads an OpenDocument spreadsheet package. @throws Refusal */
export function readOds(_archive: Archive, _limits: Limits): Reading {
  throw new Refusal('workbook_ods');
}

/** Reads a flat OpenDocument spreadsheet. @throws Refusal */
export function readFods(_bytes: Uint8Array, _limits: Limits): Reading {
  throw new Refusal('workbook_ods');
}

/** Writes cells into a package, see `patchWorkbook`. @throws Refusal */
export function patchOds(
  _bytes: Uint8Array,
  _archive: Archive,
  _patches: readonly CellPatch[],
  _options: PatchOptions,
  _limits: Limits,
): Patched {
  throw new Refusal('workbook_ods');
}

/** Writes cells into a flat file, see `patchWorkbook`. @throws Refusal */
export function patchFods(
  _bytes: Uint8Array,
  _patches: readonly CellPatch[],
  _options: PatchOptions,
  _limits: Limits,
): Patched {
  throw new Refusal('workbook_ods');
}
