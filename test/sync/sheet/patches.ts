import { strFromU8, unzipSync } from 'fflate';
import {
  type CellPatch,
  type PatchedCell,
  type PatchOptions,
  type PatchValue,
  parseAddress,
  patchWorkbook,
  readWorkbook,
  type Sheet,
  type Workbook,
} from '../../../sync/sheet/index.ts';
import { defaultLimits } from '../../../sync/sheet/limits.ts';
import { openArchive } from '../../../sync/sheet/zip.ts';
import { workbookOf } from './packages.ts';

export const text = (value: string): PatchValue => ({ kind: 'text', value });
export const number = (value: number): PatchValue => ({ kind: 'number', value });
export const date = (value: string): PatchValue => ({ kind: 'date', value });
export const blank: PatchValue = { kind: 'blank' };

/** Patches by address, on the one sheet of `packages.ts` unless another is named. */
export const patchesOf = (values: Readonly<Record<string, PatchValue>>, sheet = '計畫'): readonly CellPatch[] =>
  Object.entries(values).map(([address, value]) => ({ sheet, ...parseAddress(address)!, value }));

export interface Filled {
  readonly bytes: Uint8Array;
  readonly cells: readonly PatchedCell[];
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  /** The text of a part as it stands in the file. */
  readonly part: (name: string) => string;
}

/** Fills a workbook, and reads it back; fails when the file is refused. */
export function fill(
  file: Uint8Array,
  values: Readonly<Record<string, PatchValue>> | readonly CellPatch[],
  options: PatchOptions = {},
): Filled {
  const patches = Array.isArray(values) ? values : patchesOf(values as Readonly<Record<string, PatchValue>>);
  const result = patchWorkbook(file, 'test.xlsx', patches, options);
  if (!result.ok) throw new Error(`refused: ${result.issue.code} ${JSON.stringify(result.issue.params)}`);
  const workbook = workbookOf(readWorkbook(result.bytes, 'test.xlsx'));
  return {
    ...result,
    workbook,
    sheet: workbook.sheets[0]!,
    part: name => strFromU8(unzipSync(result.bytes)[name]!),
  };
}

/** What became of each patch: its status, or the code of its issue. */
export const outcomes = ({ cells }: Pick<Filled, 'cells'>): readonly string[] =>
  cells.map(({ status, issue }) => (issue ? `${status} ${issue.code}` : status));

/** The bytes between the records of the directory, entry by entry: headers, compressed content and descriptors. */
export function localRecords(file: Uint8Array): ReadonlyMap<string, string> {
  const { entries, directory } = openArchive(file, defaultLimits);
  const ordered = [...entries].sort((a, b) => a.offset - b.offset);
  return new Map(
    ordered.map(({ name, offset }, i) => [
      name,
      Buffer.from(file.subarray(offset, ordered[i + 1]?.offset ?? directory.start)).toString('base64'),
    ]),
  );
}

/** Names of the entries that are not the same in both files, byte for byte. */
export function changedEntries(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, now] = [localRecords(before), localRecords(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter(name => old.get(name) !== now.get(name));
}
