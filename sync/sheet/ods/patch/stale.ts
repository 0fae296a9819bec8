import type { PatchedCell } from '../../patch.ts';
import { outcome } from '../../patched.ts';
import { dependsOn, filledCells } from '../../xlsx/patch/dependence.ts';
import type { Document } from '../read/index.ts';
import type { Write } from './index.ts';
import type { Located } from './locate.ts';

/**
 * Formulas that read written cells keep the values they had: unlike a file of Excel, one of OpenDocument cannot say that it is to
 * be calculated anew when it is opened. So the first written cell that has nothing else to tell says so, once for the file.
 */
export function withStaleFormulas(
  cells: readonly PatchedCell[],
  writes: readonly Write[],
  { workbook }: Document,
  { formulas }: Located,
): readonly PatchedCell[] {
  if (formulas.length === 0 || writes.length === 0) return cells;
  const filled = filledCells(writes.map(({ patch }) => patch));
  const names = {
    defined: workbook.definedNames,
    tables: () => workbook.sheets.flatMap(({ name, tables }) => tables.map(table => ({ ...table, sheet: name }))),
  };
  const isRead = formulas.some(({ sheet, text }) =>
    dependsOn(filled, { text, kind: 'normal', range: null }, sheet, names),
  );
  const first = isRead ? writes.find(({ index }) => cells[index]?.issue === null) : undefined;
  if (!first) return cells;
  return cells.with(first.index, outcome(first.patch, 'written', 'cell_formulas_stale'));
}
