import type { PlanSource, SourceBlock, SourceTable } from '../model/index.ts';
import { columnName } from '../sheet/index.ts';
import type { DocumentTable, OutlineDocument, Place } from './document.ts';

/** As much of a document as a screen takes: characters, and rows of tables. */
const most = { characters: 400_000, rows: 3_000 } as const;

const placeOf = ({ page, line }: Place) => ({
  ...(page === undefined ? {} : { page }),
  ...(line === undefined ? {} : { line }),
});

/** A document as it came, to be laid beside what was understood of it. */
export function printedOf({ blocks }: OutlineDocument): PlanSource {
  const left = { ...most };
  const printed: SourceBlock[] = [];
  let cut = false;
  for (const block of blocks) {
    if (block.kind === 'table') {
      const table = printedTable(block, left);
      cut ||= table.rows.length < block.grid.rows.length || block.grid.cut;
      if (table.rows.length > 0) printed.push(table);
    } else if (block.text.length > left.characters) cut = true;
    else {
      left.characters -= block.text.length;
      printed.push({ kind: 'text', ...placeOf(block.place), text: block.text });
    }
  }
  return { blocks: printed, cut };
}

function printedTable(
  { grid, placeOf: placeOfRow }: DocumentTable,
  left: { characters: number; rows: number },
): SourceTable {
  const rows = grid.rows.slice(0, left.rows);
  const used = [...new Set(rows.flatMap(({ cells }) => cells.map(cell => cell.left)))].sort((a, b) => a - b);
  const printed: SourceTable['rows'] = [];
  for (const [i, { row, cells }] of rows.entries()) {
    const length = cells.reduce((sum, { text }) => sum + text.length, 0);
    if (length > left.characters) break;
    left.characters -= length;
    left.rows--;
    printed.push({
      row,
      ...placeOf(placeOfRow(row)),
      cells: cells.map(({ text, left: first, right, bottom }) => ({
        column: columnName(first),
        text,
        across: used.filter(column => column >= first && column <= right).length,
        down: covered(rows, i, bottom),
      })),
    });
  }
  return { kind: 'table', name: grid.name, columns: used.map(columnName), rows: printed };
}

/** How many of the rows from one on begin above a bottom. */
function covered(rows: readonly { readonly row: number }[], from: number, bottom: number): number {
  let to = from + 1;
  while (to < rows.length && rows[to]!.row <= bottom) to++;
  return to - from;
}
