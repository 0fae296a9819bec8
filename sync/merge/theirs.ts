import {
  columnTitles,
  isUnedited,
  notice,
  parseResult,
  type ReturnedCell,
  type ReturnedRow,
  tidy,
} from '../form/index.ts';
import { type Answer, type AnswerField, type Issue, reportAnswers } from '../model/index.ts';

type Value = string | null;

/** What a returned cell says, and what keeps it from being taken by itself. */
export interface Theirs {
  readonly value: Value;
  readonly obstacle: 'invalid' | 'doubtful' | null;
  readonly issue: Issue | null;
}

/** The longest text that a field takes, as the report's own schema has it. */
const limits: Readonly<Record<'narrative' | 'remarks', number>> = {
  narrative: reportAnswers.shape.narrative.maxLength ?? Number.POSITIVE_INFINITY,
  remarks: reportAnswers.shape.remarks.maxLength ?? Number.POSITIVE_INFINITY,
};

const placeOf = (row: ReturnedRow, field: AnswerField, { cell }: ReturnedCell) => ({
  sheet: row.sheet,
  row: row.row,
  column: cell.replace(/\d+$/, ''),
  field,
});

/** A formula or a merge may be settled as theirs; an error value or an unknown word may not. */
const obstacleOf = (cell: ReturnedCell): Theirs['obstacle'] =>
  cell.doubt === null ? null : cell.doubt === 'error' ? 'invalid' : 'doubtful';

function resultOf(row: ReturnedRow, cell: ReturnedCell): Theirs {
  const result = parseResult(cell.text);
  if (result !== undefined) return { value: result, obstacle: obstacleOf(cell), issue: null };
  const text = tidy(cell.text);
  const issue = notice(
    'form_result_unknown',
    { cell: cell.cell, text: text.slice(0, 60) },
    placeOf(row, 'result', cell),
  );
  return { value: text, obstacle: 'invalid', issue: cell.doubt === 'error' ? null : issue };
}

/** Where theirs differs from a known text only by what programs change by themselves, it is that text. */
function textOf(
  row: ReturnedRow,
  field: 'narrative' | 'remarks',
  cell: ReturnedCell,
  known: readonly string[],
): Theirs {
  const value = known.find(text => isUnedited(text, cell.text)) ?? tidy(cell.text);
  if (value.length <= limits[field]) return { value, obstacle: obstacleOf(cell), issue: null };
  const issue = notice(
    'form_value_too_long',
    { cell: cell.cell, length: value.length, column: columnTitles[field], limit: limits[field] },
    placeOf(row, field, cell),
  );
  return { value, obstacle: 'invalid', issue };
}

/** Interprets a returned cell beside the base and what stands now. */
export const theirsOf = (
  row: ReturnedRow,
  field: AnswerField,
  cell: ReturnedCell,
  base: Pick<Answer, 'narrative' | 'remarks'>,
  ours: Answer,
): Theirs => (field === 'result' ? resultOf(row, cell) : textOf(row, field, cell, [base[field], ours[field]]));
