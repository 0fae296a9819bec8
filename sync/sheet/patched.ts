import type { Issue } from '../model/index.ts';
import type { Params } from '../model/messages/say.ts';
import type { cellMessages } from '../model/messages/workbook.ts';
import { addressOf, columnName } from './address.ts';
import type { CellPatch, PatchedCell, PatchValue } from './patch.ts';
import { say } from './say.ts';

/** What a patcher of any format gives; it throws a `Refusal` for a file that cannot be written as a whole. */
export interface Patched {
  /** The very bytes that came in when no cell was written. */
  readonly bytes: Uint8Array;
  /** One for each patch, in their order. */
  readonly cells: readonly PatchedCell[];
}

export type CellIssueCode = keyof typeof cellMessages;

/** What became of a patch, with an issue that names the cell. */
export function outcome(
  patch: CellPatch,
  status: PatchedCell['status'],
  code: CellIssueCode | null = null,
  more: Params = {},
): PatchedCell {
  const cell = addressOf(patch.row, patch.column);
  return { sheet: patch.sheet, cell, status, issue: code && cellIssue(patch, cell, status, code, more) };
}

function cellIssue(
  { sheet, row, column }: CellPatch,
  cell: string,
  status: PatchedCell['status'],
  code: CellIssueCode,
  more: Params,
): Issue {
  const params = { sheet, cell, ...more };
  const severity = status === 'refused' ? 'error' : 'warning';
  return { code, severity, message: say(code, 'zh-TW', params), params, sheet, row, column: columnName(column) };
}

export const written = (patch: CellPatch): PatchedCell => outcome(patch, 'written');
export const same = (patch: CellPatch): PatchedCell => outcome(patch, 'same');
export const refused = (patch: CellPatch, code: CellIssueCode, more: Params = {}): PatchedCell =>
  outcome(patch, 'refused', code, more);

/** A cell that an earlier patch named already: what is said twice alike is said once, and refused as often as it is said. */
export function again(patch: CellPatch, first: CellPatch, became: PatchedCell): PatchedCell {
  if (JSON.stringify(first.value) !== JSON.stringify(patch.value)) return refused(patch, 'cell_patched_twice');
  return became.status === 'written' ? same(patch) : became;
}

/** What is about to be written, cell by cell; made when it is first asked for. */
export function pendingIn(
  patches: readonly CellPatch[],
): (sheet: string, row: number, column: number) => PatchValue | undefined {
  let values: ReadonlyMap<string, PatchValue> | undefined;
  const key = (sheet: string, row: number, column: number): string => `${sheet}!${row},${column}`;
  return (sheet, row, column) => {
    // The first patch of a cell counts, as everywhere.
    values ??= new Map(patches.toReversed().map(patch => [key(patch.sheet, patch.row, patch.column), patch.value]));
    return values.get(key(sheet, row, column));
  };
}
