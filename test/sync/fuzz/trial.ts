import { messages } from '../../../sync/model/index.ts';
import { readWorkbook, type Workbook } from '../../../sync/sheet/index.ts';

/** How far a damaged file got: refused with a code, or read. What must not happen throws. */
export type Outcome = string;

function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** A refusal is one of the catalogue, in words that have all their parameters. */
function refused(issue: { readonly code: string; readonly message: string }): Outcome {
  must(issue.code in messages, `unknown code ${issue.code}`);
  must(issue.message !== '' && !/\{\w+\}/.test(issue.message), `unfinished message: ${issue.message}`);
  return issue.code;
}

function lookAtEveryCell({ sheets }: Workbook): void {
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      for (const cell of row.cells)
        must(sheet.cell(row.row, cell.column) === cell, `${cell.address} is not found again`);
    }
  }
}

/** Puts a file through everything that a received one goes through. */
export function trial(bytes: Uint8Array): Outcome {
  const read = readWorkbook(bytes, 'fuzz.xlsx');
  if (!read.ok) return refused(read.issue);
  for (const issue of read.issues) refused(issue);
  lookAtEveryCell(read.workbook);
  return 'read';
}
