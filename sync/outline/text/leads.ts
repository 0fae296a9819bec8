import { parseMark } from '../../model/index.ts';
import { endsSentence } from './join.ts';
import type { TableRow } from './rows.ts';

const longestTitle = 24;

/**
 * A title without a number above numbered steps is the step that these belong to, when no more than one of them has
 * something beside it: the cell was one, and only its lines were printed apart.
 */
export function joinLeads(rows: readonly TableRow[]): readonly TableRow[] {
  const joined: TableRow[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const group = isLead(row) ? followersOf(rows, i) : [];
    const beside = [row, ...group].map(({ cells }) => ({
      unit: cells.unit,
      deadline: cells.deadline,
      remarks: cells.remarks,
    }));
    const served = beside.filter(({ unit, deadline }) => unit !== undefined || deadline !== undefined);
    const marked = group.flatMap(({ cells }) => cells.step?.split('\n') ?? []);
    if (marked.length < 2 || served.length > 1) joined.push(row);
    else {
      const step = [row, ...group].map(({ cells }) => cells.step).join('\n');
      joined.push({ ...row, cells: { ...row.cells, ...served[0], step } });
      i += group.length;
    }
  }
  return joined;
}

const isLead = ({ cells }: TableRow): boolean => {
  const { step, keyPoint } = cells;
  if (!step || !keyPoint || step.includes('\n')) return false;
  return step.length <= longestTitle && !endsSentence(step) && parseMark(step) === null;
};

function followersOf(rows: readonly TableRow[], at: number): readonly TableRow[] {
  const group: TableRow[] = [];
  for (let i = at + 1; i < rows.length; i++) {
    const { cells } = rows[i]!;
    const marked = cells.step !== undefined && parseMark(cells.step) !== null;
    if (!marked || cells.item !== undefined || cells.keyPoint !== undefined) break;
    group.push(rows[i]!);
  }
  return group;
}
