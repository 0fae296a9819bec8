import type { Reading } from '../finding.ts';
import type { Limits } from '../limits.ts';
import type { CellPatch, PatchOptions } from '../patch.ts';
import type { Patched } from '../patched.ts';
import type { Archive } from '../zip.ts';
import { replaceEntries } from '../zip-write.ts';
import { contentPart, encoded, flatPart, isSigned, partsOf } from './package.ts';
import { patchDocument } from './patch/index.ts';
import { readDocument } from './read/index.ts';

/** Reads an OpenDocument spreadsheet package. @throws Refusal */
export const readOds = (archive: Archive, limits: Limits): Reading =>
  readDocument(partsOf(archive), 'ods', isSigned(archive), limits);

/** Reads a flat OpenDocument spreadsheet. @throws Refusal */
export const readFods = (bytes: Uint8Array, limits: Limits): Reading =>
  readDocument([flatPart(bytes, limits)], 'fods', false, limits);

/** Writes cells into a package, see `patchWorkbook`. @throws Refusal */
export function patchOds(
  bytes: Uint8Array,
  archive: Archive,
  patches: readonly CellPatch[],
  options: PatchOptions,
  limits: Limits,
): Patched {
  const { xml, cells } = patchDocument(partsOf(archive), 'ods', isSigned(archive), patches, options, limits);
  if (xml === null) return { bytes, cells };
  const content = archive.find(contentPart)!;
  return { bytes: replaceEntries(bytes, archive, new Map([[content, encoded(xml)]])), cells };
}

/** Writes cells into a flat file, see `patchWorkbook`. @throws Refusal */
export function patchFods(
  bytes: Uint8Array,
  patches: readonly CellPatch[],
  options: PatchOptions,
  limits: Limits,
): Patched {
  const { xml, cells } = patchDocument([flatPart(bytes, limits)], 'fods', false, patches, options, limits);
  return { bytes: xml === null ? bytes : encoded(xml), cells };
}
