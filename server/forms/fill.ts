import { readAnswers } from '../../sync/form/answers/index.ts';
import { openForm } from '../../sync/form/fill/index.ts';
import { parseResult, sameText, tidy } from '../../sync/form/index.ts';
import { correctProfile, profileForm } from '../../sync/form/profile/index.ts';
import type { ReturnedForm, ReturnedRow } from '../../sync/form/returned.ts';
import {
  joinRemarks,
  joinResults,
  joinUnits,
  placeRows,
  readThroughTemplate,
  type UnitText,
} from '../../sync/form/template/index.ts';
import {
  type Answer,
  type FormAnswers,
  type FormFill,
  type FormProfile,
  type Issue,
  type ProfileCorrection,
  type RowFill,
  rowKey,
} from '../../sync/model/index.ts';
import { readWorkbook, type Workbook } from '../../sync/sheet/index.ts';
import { type Heading, headingPatches } from './heading.ts';
import type { Stood } from './standing.ts';

/** A report in its row of the template, with what it says. */
export interface FillRow extends Stood {
  readonly answer: Answer;
  /** Names of its evidence. */
  readonly evidence: readonly string[];
}

export interface FillOrder {
  readonly formId: string;
  readonly profile: FormProfile;
  readonly rows: readonly FillRow[];
  /** For the cells above the table, where they are blank. */
  readonly heading: Heading;
}

/** A filled template, and what it says now: the base of the merge when it comes back. */
export interface Filled {
  readonly bytes: Uint8Array;
  readonly notices: readonly Issue[];
  readonly answers: FormAnswers;
  readonly base: readonly { readonly rowId: string; readonly answer: Answer }[];
}

export type FillOutcome =
  | { readonly ok: true; readonly result: Filled; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issue: Issue };

/**
 * Fills reports into a template and reads back what stands there now. A cell that could not be written says something else than
 * the report, and what comes back is compared with what the cell said.
 */
export function fillTemplate(bytes: Uint8Array, name: string, order: FillOrder): FillOutcome {
  const form = openForm(bytes, name, order.profile);
  if (!form.ok) return form;
  const besides = headingPatches(form.sheets, order.profile, order.heading);
  const filled = form.fill(fillOf(order.rows), { besides });
  if (!filled.ok) return filled;
  const written = readWorkbook(filled.bytes, name);
  if (!written.ok) return written;
  const reading = readAnswers(written.workbook, order.profile);
  const said = saidBy(written.workbook, order, reading);
  const result = {
    bytes: filled.bytes,
    notices: filled.report.issues,
    answers: reading.answers,
    base: baseOfRows(order.rows, said),
  };
  return { ok: true, result, issues: form.issues };
}

/** A filled form that was converted: how it is read now, and what it says. */
export interface ReadBack extends Pick<Filled, 'answers' | 'base'> {
  readonly found: FormProfile;
  readonly profile: FormProfile;
  /** How many of its rows no longer stand where they stood. */
  readonly lost: number;
}

/**
 * Reads a filled form after another program has saved it: places stay, but how much of the form can still be found, and what its
 * cells say, is for the file itself to tell.
 */
export function readFilled(
  workbook: Workbook,
  { corrections, ...order }: FillOrder & { readonly corrections: ProfileCorrection },
): ReadBack {
  const found = profileForm(workbook);
  const profile = corrections.length > 0 ? correctProfile(workbook, corrections) : found;
  const rows = new Set(profile.sheets.flatMap(({ name, rows }) => rows.map(({ row }) => rowKey(name, row))));
  const reading = readAnswers(workbook, profile);
  const said = saidBy(workbook, { ...order, profile }, reading);
  return {
    found,
    profile,
    answers: reading.answers,
    base: baseOfRows(order.rows, said),
    lost: order.rows.filter(({ sheet, row }) => !rows.has(rowKey(sheet, row))).length,
  };
}

/** What the reports of one row say together. What nobody wrote leaves the cell as the bureau made it. */
function fillOf(rows: readonly FillRow[]): FormFill {
  const bySheet = Map.groupBy(rows, ({ sheet }) => sheet);
  return {
    sheets: [...bySheet].map(([name, list]) => ({
      name,
      rows: [...Map.groupBy(list, ({ row }) => row)].map(([row, reports]) => rowFillOf(row, reports)),
    })),
  };
}

function rowFillOf(row: number, reports: readonly FillRow[]): RowFill {
  const texts = (field: 'narrative' | 'remarks'): readonly UnitText[] =>
    reports.map(({ unit, rowId, answer }) => ({ unit: unit ?? rowId, text: answer[field] }));
  const result = joinResults(reports.map(({ answer }) => answer.result));
  const written = texts('narrative').some(({ text }) => tidy(text) !== '');
  const narrative = written ? joinUnits(texts('narrative')) : '';
  const remarks = joinRemarks(texts('remarks'));
  const evidence = [...new Set(reports.flatMap(report => report.evidence))];
  return {
    row,
    ...(result === null ? {} : { result }),
    ...(narrative === '' ? {} : { narrative }),
    ...(remarks === '' ? {} : { remarks }),
    ...(evidence.length === 0 ? {} : { evidence }),
  };
}

/** The rows of the filled file as they would be read if it came back as it is. */
function saidBy(
  workbook: Workbook,
  { formId, profile, rows }: FillOrder,
  reading: ReturnType<typeof readAnswers>,
): ReadonlyMap<string, ReturnedRow> {
  const read = readThroughTemplate({ workbook, profile, reading }, { profile, answers: reading.answers, workbook });
  // Every row is itself, also those that look like another one.
  const itself = read.rows.map(row => ({ ...row, template: { sheet: row.sheet, row: row.row } }));
  const form: ReturnedForm = placeRows({ ...read, rows: itself }, { formId, anchors: rows });
  return new Map(form.rows.map(row => [row.rowId, row]));
}

const baseOfRows = (rows: readonly FillRow[], said: ReadonlyMap<string, ReturnedRow>): Filled['base'] =>
  rows.map(({ rowId, answer }) => ({ rowId, answer: baseOf(answer, said.get(rowId)) }));

/** The report's own answer where the file says the same, else what the file says. */
function baseOf(answer: Answer, said: ReturnedRow | undefined): Answer {
  if (!said) return answer;
  const { result, narrative, remarks } = said.cells;
  const text = (own: string, cell: ReturnedRow['cells']['narrative']): string =>
    cell === null || cell.doubt === 'shared' || sameText(own, cell.text) ? own : tidy(cell.text);
  const parsed = result === null ? answer.result : parseResult(result.text);
  return {
    result: parsed === undefined ? answer.result : parsed,
    narrative: text(answer.narrative, narrative),
    remarks: text(answer.remarks, remarks),
  };
}
