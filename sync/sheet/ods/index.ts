import type { Reading } from '../finding.ts';
import type { Limits } from '../limits.ts';
import type { CellPatch, PatchOptions } from '../patch.ts';
import type { Patched } from '../patched.ts';
import { Refusal } from '../refusal.ts';
import type { Archive } from '../zip.ts';
import { flatPart, isSigned, partsOf } from './package.ts';
import { readDocument } from './read/index.ts';

/** Reads an OpenDocument spreadsheet package. @throws Refusal */
export const readOds = (archive: Archive, limits: Limits): Reading =>
  readDocument(partsOf(archive), 'ods', isSigned(archive), limits);

/** Reads a flat OpenDocument spreadsheet. @throws Refusal */
export function readFods(bytes: Uint8Array, limits: Limits): Reading {
  if (bytes.length > limits.inflatedBytes)
    throw new Refusal('workbook_too_large', { limit: `${Math.floor(limits.inflatedBytes / 1024 / 1024)} MB` });
  return readDocument([flatPart(bytes)], 'fods', false, limits);
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
