import type { FormAnswers, FormProfile, Issue, ProfileRow, RowAnswer, SheetAnswers } from '../../model/index.ts';
import type { Sheets } from '../../sheet/index.ts';
import { toldOf } from '../across.ts';
import { type AnswerCell, answerCellAt, literalOf } from './answer-cell.ts';
import { answerIssue } from './issue.ts';
import { cellFields, isAnswered, readCell } from './read-fields.ts';
import { readResult } from './read-result.ts';
import { contextOf, type SheetContext } from './sheet-context.ts';

export interface AnswersReading {
  readonly answers: FormAnswers;
  readonly issues: readonly Issue[];
}

/** Why a cell's value may not be what somebody wrote there. */
function doubts(sheet: string, cell: AnswerCell, field: string): readonly Issue[] {
  const at = { sheet, cell: cell.address, field };
  if (cell.error !== null) return [answerIssue('answer_error_value', at, { text: cell.error })];
  return cell.formula === null ? [] : [answerIssue('answer_formula', at, { text: cell.text.slice(0, 60) })];
}

function readRow(context: SheetContext, row: ProfileRow): RowReading {
  const { sheet, period } = context;
  const result = readResult(context, row);
  const held: AnswerCell[] = [...result.cells];
  const issues: Issue[] = [...result.cells.flatMap(cell => doubts(sheet.name, cell, 'result')), ...result.issues];
  let values: Partial<RowAnswer> = result.values;
  for (const field of cellFields) {
    const cell = row.cells[field] ? answerCellAt(sheet, row.cells[field]) : null;
    if (!cell) continue;
    const reading = readCell(cell, { sheet: sheet.name, row, period, field });
    issues.push(...doubts(sheet.name, cell, field), ...reading.issues);
    if (isAnswered(reading.values) || reading.issues.length > 0) held.push(cell);
    values = { ...values, ...reading.values };
  }
  if (held.length === 0) return { answer: null, issues };
  const hasPlace = row.cells.result !== undefined || row.cells.resultTicks !== undefined;
  const told = issues.some(({ field }) => field === 'result');
  if (hasPlace && values.result === undefined && !told && values.narrative !== undefined)
    issues.push(answerIssue('answer_choice_missing', { sheet: sheet.name, row: row.row, field: 'result' }));
  const cells = Object.fromEntries(held.map(cell => [cell.address, literalOf(cell)]));
  return { answer: { row: row.row, label: row.label, ...values, cells }, issues };
}

interface RowReading {
  readonly answer: RowAnswer | null;
  readonly issues: readonly Issue[];
}

/** Fewer rows than these may well have one answer. */
const fewRows = 3;

/**
 * Where every row of the sheet prints one and the same choice bold, underlined or coloured, that is the look of the form, and
 * nobody's answer.
 */
function withoutPrinted({ sheet, profile }: SheetContext, rows: readonly RowReading[]): readonly RowReading[] {
  const told = rows.flatMap(({ issues }) => issues.filter(({ code }) => code === 'answer_choice_by_format'));
  const choices = new Set(told.map(({ params }) => (params?.by === 'weight' ? params.choice : null)));
  const [choice] = choices;
  const places = profile.rows.filter(({ cells }) => cells.result ?? cells.resultTicks).length;
  if (told.length < fewRows || told.length < places || choices.size > 1 || typeof choice !== 'string') return rows;
  const issue = answerIssue(
    'answer_choice_printed',
    { sheet: sheet.name, field: 'result' },
    { count: told.length, choice },
  );
  return rows.map(({ answer, issues }, i) => {
    const { result: _, ...rest } = answer ?? { row: 0 };
    const others = issues.filter(({ code }) => code !== 'answer_choice_by_format');
    const { row: __, label: ___, cells: ____, ...values } = rest;
    return { answer: answer && isAnswered(values) ? rest : null, issues: i === 0 ? [issue, ...others] : others };
  });
}

/** Cells that several rows answer in, because they are merged over them. */
function sharedCells({ sheet, profile }: SheetContext): readonly Issue[] {
  const places = profile.rows.flatMap(row =>
    cellFields.flatMap(field => {
      const cell = row.cells[field] ? answerCellAt(sheet, row.cells[field]) : null;
      return cell ? [{ row: row.row, field, cell }] : [];
    }),
  );
  return [...Map.groupBy(places, ({ cell }) => cell.address).values()]
    .filter(list => list.length > 1 && list[0]!.cell.text.trim() !== '')
    .map(list =>
      answerIssue(
        'answer_cell_shared',
        { sheet: sheet.name, cell: list[0]!.cell.address, field: list[0]!.field },
        { rows: list.map(({ row }) => row).join('、') },
      ),
    );
}

/**
 * Reads the answers out of a workbook whose form was found. Rows without an answer are left out; of the others every value is
 * typed, and `cells` says what stands in each cell that holds one. Nothing is guessed: what is unclear is an issue.
 */
export function readAnswers(workbook: Sheets, profile: FormProfile): AnswersReading {
  const sheets: SheetAnswers[] = [];
  const issues: Issue[] = [];
  for (const sheetProfile of profile.sheets) {
    const context = contextOf(workbook, profile, sheetProfile);
    if (!context) {
      issues.push(answerIssue('answer_sheet_missing', { sheet: sheetProfile.name }));
      continue;
    }
    const rows = withoutPrinted(
      context,
      sheetProfile.rows.map(row => readRow(context, row)),
    );
    sheets.push({ name: sheetProfile.name, rows: rows.flatMap(({ answer }) => answer ?? []) });
    issues.push(...toldOf([...rows.flatMap(row => row.issues), ...sharedCells(context)], sheetProfile));
  }
  return { answers: { sheets }, issues };
}
