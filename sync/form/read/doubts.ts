import { answerFields, type Issue } from '../../model/index.ts';
import { notice } from '../notice.ts';
import type { ReturnedCell, ReturnedRow } from '../returned.ts';

const codes: Readonly<Record<NonNullable<ReturnedCell['doubt']>, Parameters<typeof notice>[0]>> = {
  formula: 'form_formula',
  error: 'form_error_value',
  merged: 'form_merged',
  shared: 'form_shared',
};

/** One for each answer cell of a row whose text may not be what somebody wrote there. */
export const doubtIssues = ({ sheet, row, cells }: Pick<ReturnedRow, 'sheet' | 'row' | 'cells'>): readonly Issue[] =>
  answerFields.flatMap(field => {
    const cell = cells[field];
    if (!cell?.doubt) return [];
    const place = { sheet, row, field, column: cell.cell.replace(/\d+$/, '') };
    return [notice(codes[cell.doubt], { cell: cell.cell, text: cell.text.slice(0, 60) }, place)];
  });
