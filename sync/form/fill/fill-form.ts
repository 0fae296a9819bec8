import type { FormFill, FormProfile, Issue } from '../../model/index.ts';
import { addressOf, openToPatch, type PatchResult, readWorkbook, type Sheets } from '../../sheet/index.ts';
import type { CellPatch, PatchOptions } from '../../sheet/patch.ts';
import { openCsv, patchCsv } from '../csv/index.ts';
import { profileForm } from '../profile/index.ts';
import { type FillPlan, plannerOf } from './plan-fill.ts';

/** What became of one cell that the answers speak of. */
export interface FilledCell {
  readonly sheet: string;
  readonly row: number;
  readonly field: string | null;
  /** Null where the form has no cell for it. */
  readonly cell: string | null;
  readonly status: 'written' | 'same' | 'refused';
  /** Why it was refused, or what a person should look at, such as a text that may not fit. */
  readonly issue: Issue | null;
}

export interface FillReport {
  readonly cells: readonly FilledCell[];
  /** Everything a person should know, those of the cells among them. */
  readonly issues: readonly Issue[];
}

export type FillResult =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly report: FillReport }
  | { readonly ok: false; readonly issue: Issue };

/** A file that can be filled, of whatever kind. */
interface Fillable {
  readonly ok: true;
  readonly sheets: Sheets;
  /** Those of the file itself. */
  readonly issues: readonly Issue[];
  readonly patch: (patches: readonly CellPatch[], options: PatchOptions) => PatchResult;
}

function opened(bytes: Uint8Array, name: string): Fillable | { readonly ok: false; readonly issue: Issue } {
  const csv = openCsv(bytes, name);
  if (csv?.ok) {
    const { table } = csv;
    const patch: Fillable['patch'] = patches => {
      const patched = patchCsv(table, patches);
      return { ok: true, bytes: patched.bytes ?? bytes, cells: patched.cells };
    };
    return { ok: true, sheets: { sheets: [table.sheet] }, issues: [], patch };
  }
  const reading = csv ?? readWorkbook(bytes, name);
  if (!reading.ok) return reading;
  return { ok: true, sheets: reading.workbook, issues: reading.issues, patch: openToPatch(bytes, name) };
}

export interface FillOptions extends PatchOptions {
  /** Cells outside the rows that are written in the same go, such as those above a table; an answer for one of them goes first. */
  readonly besides?: readonly CellPatch[];
}

/** A form that was read and understood once, to be filled for one office after the other. */
export interface OpenForm {
  readonly ok: true;
  readonly sheets: Sheets;
  /** What reading the file told; what finding its form told stands in the profile. */
  readonly issues: readonly Issue[];
  readonly profile: FormProfile;
  /** Writes answers into the form as it was opened, whatever was written into it before; as `fillForm` does. */
  readonly fill: (answers: FormFill, options?: FillOptions) => FillResult;
}

/**
 * Opens somebody's form, or our own as CSV. The file is read and its form found only now, however often it is filled.
 * @param name of the file as the person knows it, for messages only
 * @param profile what was found in the form; null has it found here
 */
export function openForm(
  bytes: Uint8Array,
  name: string,
  profile: FormProfile | null = null,
): OpenForm | { readonly ok: false; readonly issue: Issue } {
  const file = opened(bytes, name);
  if (!file.ok) return file;
  const found = profile ?? profileForm(file.sheets);
  const told = profile ? [] : found.issues;
  const planOf = plannerOf(file.sheets, found);
  return {
    ok: true,
    sheets: file.sheets,
    issues: file.issues,
    profile: found,
    fill: (answers, options = {}) => filled(file, found, told, planOf(answers), options),
  };
}

/**
 * Writes answers into somebody's form, or our own as CSV, and changes nothing else in the file.
 * @param name of the file as the person knows it, for messages only
 * @param profile what was found in the form; null has it found here
 * @param options locked cells that may be written all the same, and cells to write besides
 */
export function fillForm(
  bytes: Uint8Array,
  name: string,
  profile: FormProfile | null,
  answers: FormFill,
  options: FillOptions = {},
): FillResult {
  const form = openForm(bytes, name, profile);
  return form.ok ? form.fill(answers, options) : form;
}

function filled(
  file: Fillable,
  found: FormProfile,
  told: readonly Issue[],
  plan: FillPlan,
  { besides = [], ...options }: FillOptions,
): FillResult {
  const unlocked = new Set([...(options.unlocked ?? []), ...unlockedBy(found, plan.patches)]);
  const patched = file.patch([...plan.patches, ...besides], { unlocked });
  if (!patched.ok) return patched;
  const answered = patched.cells.slice(0, plan.patches.length);
  const bySheet = Map.groupBy(answered, ({ sheet }) => sheet);
  const outcomes = new Map([...bySheet].map(([name, all]) => [name, new Map(all.map(each => [each.cell, each]))]));
  const cells = plan.cells.map(({ sheet, row, field, cell, status, issue }): FilledCell => {
    const outcome = status === 'write' && cell ? outcomes.get(sheet)?.get(cell) : undefined;
    const became = outcome?.status ?? (status === 'same' ? 'same' : 'refused');
    return { sheet, row, field, cell, status: became, issue: outcome?.issue ?? issue };
  });
  return {
    ok: true,
    bytes: patched.bytes,
    report: {
      cells,
      issues: [...told, ...plan.issues, ...patched.cells.flatMap(({ issue }) => issue ?? [])],
    },
  };
}

/** The cells to be written on sheets whose locks a person said not to mind. */
function unlockedBy({ sheets }: FormProfile, patches: readonly CellPatch[]): readonly string[] {
  const open = new Set(sheets.filter(({ fillLocked }) => fillLocked).map(({ name }) => name));
  if (open.size === 0) return [];
  return patches
    .filter(({ sheet }) => open.has(sheet))
    .map(({ sheet, row, column }) => `${sheet}!${addressOf(row, column)}`);
}
