import { readAnswers } from '../../../sync/form/answers/index.ts';
import { readCsvForm, readForm } from '../../../sync/form/index.ts';
import { profileForm } from '../../../sync/form/profile/index.ts';
import { type FormProfile, formAnswers, formProfile } from '../../../sync/model/index.ts';
import { documentOfWorkbook, interpretDocument } from '../../../sync/outline/index.ts';
import {
  type CellPatch,
  columnName,
  type PatchedCell,
  type PatchValue,
  patchWorkbook,
  readWorkbook,
  type Workbook,
} from '../../../sync/sheet/index.ts';
import { mergeBack, mergeOwn, refill } from './exchange.ts';
import { must, told } from './must.ts';

/** How far a damaged file got: refused with a code, or read and written. What must not happen throws. */
export type Outcome = string;

type FormBook = Parameters<typeof readForm>[0];
const name = 'fuzz.xlsx';

/** Puts a file through everything that a received one goes through. */
export function trial(bytes: Uint8Array): Outcome {
  const read = readWorkbook(bytes, name);
  if (!read.ok) return read.issue.code === 'not_a_workbook' ? asText(bytes) : told(read.issue);
  for (const issue of read.issues) told(issue);
  lookAtEveryCell(read.workbook);
  const profile = understand(read.workbook);
  interpretDocument(documentOfWorkbook(read.workbook), name);
  const isFilled = refill(bytes, profile);
  mergeBack(read.workbook, profile);
  return `${write(bytes, read.workbook)}${isFilled ? ' and filled' : ''}`;
}

function asText(bytes: Uint8Array): Outcome {
  const csv = readCsvForm(bytes, name);
  if (!csv) return 'not_a_workbook';
  if (!csv.ok) return told(csv.issue);
  const profile = understand(csv.workbook);
  mergeBack(csv.workbook, profile);
  if (refill(bytes, profile)) return 'read as text and filled';
  return 'read as text';
}

/** As anybody's form and as our own; what is understood has the shape that others rely on. */
function understand(workbook: FormBook): FormProfile {
  const profile = formProfile.parse(profileForm(workbook));
  const { answers, issues } = readAnswers(workbook, profile);
  formAnswers.parse(answers);
  for (const issue of [...profile.issues, ...issues]) told(issue);
  readOwn(workbook);
  return profile;
}

function readOwn(workbook: FormBook): void {
  const returned = readForm(workbook);
  for (const issue of returned.issues) told(issue);
  mergeOwn(returned);
}

function lookAtEveryCell({ sheets }: Workbook): void {
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      for (const cell of row.cells)
        must(sheet.cell(row.row, cell.column) === cell, `${cell.address} is not found again`);
    }
  }
}

const values: readonly PatchValue[] = [
  { kind: 'text', value: '已完成\n <盤點> & "公告"' },
  { kind: 'text', value: '=1+1' },
  { kind: 'number', value: 8.5 },
  { kind: 'date', value: '2025-06-30' },
  { kind: 'blank' },
  { kind: 'text', value: '\u0000_x0041_\ud800' },
];

/** A few cells that the file has, a few that it has not, and places where no cell can be. */
function patchesFor({ sheets }: Workbook): readonly CellPatch[] {
  return sheets.slice(0, 2).flatMap(sheet => {
    const step = Math.max(1, Math.floor(sheet.rows.length / 4));
    const there = sheet.rows
      .filter((_, i) => i % step === 0)
      .slice(0, 6)
      .flatMap(({ row, cells }) => [...cells.slice(0, 2), ...cells.slice(-1)].map(({ column }) => ({ row, column })));
    const nowhere = [
      { row: 5, column: 7 },
      { row: 1_048_576, column: 16_384 },
      { row: 1_048_577, column: 1 },
      { row: 0, column: 0 },
    ];
    return [...there, ...nowhere].map((place, i) => ({
      sheet: sheet.name,
      ...place,
      value: values[i % values.length]!,
    }));
  });
}

/** What was written can be read, says what was written, and is the same when it is written again. */
function write(bytes: Uint8Array, workbook: Workbook): Outcome {
  const patches = patchesFor(workbook);
  const patched = patchWorkbook(bytes, name, patches);
  if (!patched.ok) return `read, not written: ${told(patched.issue)}`;
  must(patched.cells.length === patches.length, 'not every patch is answered');
  for (const { issue } of patched.cells) if (issue) told(issue);
  const again = readWorkbook(patched.bytes, name);
  must(again.ok, `what was written cannot be read: ${again.ok ? '' : told(again.issue)}`);
  const names = workbook.sheets.map(sheet => sheet.name);
  if (new Set(names).size === names.length) sameAsWritten(again.workbook, patches, patched.cells);
  const twice = patchWorkbook(patched.bytes, name, patches);
  must(twice.ok && Buffer.compare(twice.bytes, patched.bytes) === 0, 'writing twice is not writing once');
  return patched.cells.some(({ status }) => status === 'written') ? 'written' : 'read, no cell written';
}

function sameAsWritten({ sheets }: Workbook, patches: readonly CellPatch[], cells: readonly PatchedCell[]): void {
  patches.forEach(({ sheet, row, column, value }, i) => {
    if (cells[i]?.status !== 'written' || cells[i]?.issue || value.kind !== 'text') return;
    const found = sheets.find(each => each.name === sheet)?.cell(row, column);
    must(found?.value.kind === 'text', `${columnName(column)}${row} holds ${found?.value.kind}`);
    // What no text may hold is replaced, which is the format's affair.
    const isPlain = value.value.isWellFormed() && !value.value.includes('\u0000');
    must(!isPlain || found.text === value.value, `${columnName(column)}${row} says ${found.text}`);
    must(found.formula === null, `${columnName(column)}${row} is a formula`);
  });
}
