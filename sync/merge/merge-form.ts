import { notice, type ReturnedForm, type ReturnedRow } from '../form/index.ts';
import {
  type AnswerField,
  answerFields,
  type ChangePlan,
  type FieldChange,
  type Issue,
  type RowChange,
  type StrayRow,
} from '../model/index.ts';
import { sameAnswer } from './same.ts';
import type { BaseRow, OursRow } from './sides.ts';
import { theirsOf } from './theirs.ts';
import { decide } from './three-way.ts';
import { conflictTogether, type Together } from './together.ts';

interface Merged<T> {
  readonly value: T;
  readonly issues: readonly Issue[];
}

const blank = (value: string | null): boolean => value === null || value.trim() === '';

const strayOf = ({ sheet, row, questionText, values }: ReturnedRow): StrayRow => ({
  sheet,
  row,
  text: questionText || Object.values(values).join('\n'),
  values: { ...values },
});

function mergeFields(
  row: ReturnedRow,
  base: BaseRow,
  ours: OursRow,
  together: Together<AnswerField>,
): Merged<FieldChange[]> {
  const fields: FieldChange[] = [];
  const issues: Issue[] = [];
  for (const field of answerFields) {
    const cell = row.cells[field];
    if (!cell) continue;
    const theirs = theirsOf(row, field, cell, base.answer, ours.answer);
    const sides = { base: base.answer[field], ours: ours.answer[field], theirs: theirs.value };
    const verdict = decide((a, b) => sameAnswer(field, a, b), sides, {
      theirs: ours.locked ? 'locked' : theirs.obstacle,
    });
    const isNew = verdict.outcome === 'theirs' || verdict.outcome === 'conflict';
    // A formula that was never calculated says nothing either, and clears nothing.
    const clearing = isNew && cell.doubt === null && blank(sides.theirs) && !blank(sides.base);
    fields.push({ field, ...sides, ...verdict, clearing, cell: cell.cell });
    if (theirs.issue && verdict.outcome === 'conflict') issues.push(theirs.issue);
  }
  return { value: [...conflictTogether(fields, together)], issues };
}

function mergeRow(
  rowId: string,
  base: BaseRow,
  ours: OursRow,
  found: readonly ReturnedRow[],
  together: Together<AnswerField>,
): Merged<RowChange> {
  const [row, ...more] = found;
  const place = { rowId, reportId: base.reportId, reportVersion: ours.version, locked: ours.locked };
  if (!row) {
    const nowhere = { matchedBy: null, sheet: null, row: null, fields: [], copies: [] };
    return { value: { ...place, status: 'notReturned', ...nowhere }, issues: [] };
  }
  const where = { matchedBy: row.matchedBy, sheet: row.sheet, row: row.row };
  if (more.length > 0 || row.mismatched) {
    const status = more.length > 0 ? 'duplicated' : 'mismatched';
    return { value: { ...place, status, ...where, fields: [], copies: found.map(strayOf) }, issues: [] };
  }
  const { value: fields, issues } = mergeFields(row, base, ours, together);
  return { value: { ...place, status: 'matched', ...where, fields, copies: [] }, issues };
}

/**
 * Three-way merge, per field, of a returned form against what was issued and what stands now. Changes nothing: the plan is all that
 * the preview shows and all that applying needs. Every edit in the file is in the plan: as a change, a conflict, a blocked row's
 * copy, a stray or an issue.
 * @param base the exact values the form left with, by row id, in printed order
 * @param ours the reports of the same rows as they stand; a row without one takes nothing
 * @param together fields that conflict as one where both sides changed something of them, such as result and narrative
 */
export function mergeForm({
  formId,
  base,
  ours,
  returned,
  together = [],
}: {
  readonly formId: string;
  readonly base: ReadonlyMap<string, BaseRow>;
  readonly ours: ReadonlyMap<string, OursRow>;
  readonly returned: ReturnedForm;
  readonly together?: Together<AnswerField>;
}): ChangePlan {
  const found = Map.groupBy(returned.rows, row => row.rowId);
  const merged = [...base].flatMap(([rowId, issued]) => {
    const now = ours.get(rowId);
    return now ? [mergeRow(rowId, issued, now, found.get(rowId) ?? [], together)] : [];
  });
  const homeless = returned.rows.filter(({ rowId }) => !base.has(rowId) || !ours.has(rowId));
  const other = returned.formId !== null && returned.formId !== formId;
  return {
    rows: merged.map(({ value }) => value),
    strays: [...returned.strays, ...homeless.map(strayOf)],
    issues: [
      ...(other ? [notice('form_id_other')] : []),
      ...returned.issues,
      ...homeless.map(({ rowId, sheet, row }) =>
        notice(base.has(rowId) ? 'form_row_gone' : 'form_row_unknown', {}, { sheet, row }),
      ),
      ...merged.flatMap(({ issues }) => issues),
    ],
  };
}
