import { type Mark, parseBareMark, parseMark } from '../model/index.ts';
import type { Grid, GridCell } from './grid.ts';
import { isText } from './headings.ts';
import type { LayoutColumn, Section } from './layout.ts';

/** What one row of a section says, column by column. */
export interface RowView {
  readonly row: number;
  readonly section: Section;
  /** Text columns from left to right. `own` is the text that begins in this very row, if any. */
  readonly texts: readonly { readonly column: LayoutColumn; readonly own: GridCell | null }[];
  /** All cells that begin in this row. */
  readonly cells: readonly GridCell[];
  /** What a person sees in the other columns: each cell once, merged ones in every row that they cover. */
  readonly beside: (pick: (column: LayoutColumn) => boolean) => readonly { column: LayoutColumn; cell: GridCell }[];
  /** A merged block that began further up reaches over the cell. */
  readonly isCovered: (column: number) => boolean;
  /** The nearest text above in a column that is no ditto mark itself; empty when there is none. */
  readonly above: (column: number) => string;
}

const errorValue = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/;
export const isErrorValue = (text: string): boolean => errorValue.test(text);

const ditto = /^[〃″"＂]+$|^同上$/;
export const isDitto = (text: string): boolean => ditto.test(text);

export function viewRow(grid: Grid, section: Section, row: number): RowView {
  const textColumns = section.columns.filter(column => isText(column.field));
  const cells = grid.cellsOf(row);
  return {
    row,
    section,
    cells,
    texts: textColumns.map(column => ({ column, own: ownText(cells, column.column) })),
    beside: pick => {
      const seen = new Set<GridCell>();
      return section.columns.filter(pick).flatMap(column => {
        const cell = grid.at(row, column.column);
        const overText = textColumns.some(text => cell && text.column >= cell.left && text.column <= cell.right);
        if (!cell || overText || seen.has(cell) || isErrorValue(cell.text)) return [];
        seen.add(cell);
        return [{ column, cell }];
      });
    },
    isCovered: column => (grid.at(row, column)?.top ?? row) < row,
    above: column => {
      const earlier = section.rows.filter(r => r.row < row).map(r => grid.at(r.row, column)?.text);
      return earlier.findLast(text => text !== undefined && !isDitto(text)) ?? '';
    },
  };
}

function ownText(cells: readonly GridCell[], column: number): GridCell | null {
  const cell = cells.find(({ left }) => left === column);
  return cell && !isErrorValue(cell.text) && !isDitto(cell.text) ? cell : null;
}

/** The one cell of a row that reaches over all text columns, such as a heading between items or a footnote. */
export function bandOf({ cells, texts }: RowView): GridCell | null {
  const [first, last] = [texts.at(0)?.column.column ?? 0, texts.at(-1)?.column.column ?? 0];
  const [cell] = cells;
  return cells.length === 1 && cell && texts.length > 1 && cell.left <= first && cell.right >= last ? cell : null;
}

/** Marks that stand in columns of their own, by the text column whose text they number. */
export type MarkTargets = ReadonlyMap<number, number>;

/**
 * Which text column a number column numbers: the next one on its right, unless the numbers go on while that one does
 * not, as where 項次 counts the steps and stands left of the item. Texts that mostly bring their own marks are numbered
 * already, and the column merely counts rows.
 */
export function markTargets(views: readonly RowView[]): MarkTargets {
  const columns = views[0]?.section.columns ?? [];
  const texts = columns.filter(column => isText(column.field)).map(({ column }) => column);
  const targets = new Map<number, number>();
  for (const { column } of columns.filter(({ field }) => field === 'number')) {
    const numbered = views.filter(view => ownText(view.cells, column));
    const next = texts.find(text => text > column) ?? texts.at(-1);
    if (next === undefined) continue;
    const goesOn = numbered.some(view => !ownText(view.cells, next) && view.texts.some(text => text.own));
    const target = goesOn ? texts.at(-1)! : next;
    const beside = numbered.flatMap(view => ownText(view.cells, target) ?? []);
    const marked = beside.filter(({ text }) => parseMark(text) !== null);
    if (marked.length * 2 <= beside.length) targets.set(column, target);
  }
  return targets;
}

/** The mark that a column of its own gives to the text in `column`. */
export function markBeside({ cells }: RowView, targets: MarkTargets, column: number): Omit<Mark, 'rest'> | null {
  for (const [from, to] of targets) {
    const cell = to === column ? cells.find(({ left }) => left === from) : undefined;
    const mark = cell && parseBareMark(cell.text);
    if (mark) return { kind: mark.kind, label: mark.label, ordinal: mark.ordinal };
  }
  return null;
}
