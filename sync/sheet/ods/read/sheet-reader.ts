import type { Range } from '../../address.ts';
import type { Limits } from '../../limits.ts';
import { Refusal } from '../../refusal.ts';
import type { ColumnSpan, DefinedName, SheetState } from '../../workbook.ts';
import type { Tag } from '../../xml.ts';
import type { CellElement, RowElement } from '../cell.ts';
import { office, table } from '../namespaces.ts';
import { countOf, isHidden } from './attributes.ts';
import { CellReader } from './cell-reader.ts';
import { Columns } from './columns.ts';
import { DrawnBoxes } from './drawn-boxes.ts';
import { namesIn } from './names.ts';
import { type Budget, RowCollector } from './row-collector.ts';
import type { Styles } from './styles.ts';
import { type Context, children, leaf, wrapper } from './walk.ts';

/** Is told of every row element, for whoever must know more of its cells than the workbook says. */
export type Observer = (sheet: string, row: RowElement, cells: readonly CellElement[]) => void;

export interface SheetContext {
  readonly styles: Styles;
  readonly limits: Limits;
  readonly budget: Budget;
  readonly observe: Observer | null;
}

/** Reads one `table:table`: columns, rows in all their wrappers, and what belongs to the sheet alone. */
export class SheetReader implements Context {
  readonly name: string;
  readonly state: SheetState;
  readonly protected: boolean;
  readonly names: DefinedName[] = [];
  readonly rows: RowCollector;
  readonly boxes = new DrawnBoxes();
  /** What LibreOffice keeps of a sheet in another file is no sheet of this one. */
  external = false;
  readonly #context: SheetContext;
  readonly #columns: Columns;
  readonly #cells: CellReader;
  #row: Omit<RowElement, 'end'> | null = null;
  #rowStyle: string | null = null;
  #rowCells: CellElement[] = [];
  #nextCell = 1;
  #nextRow = 1;
  #matrices: Range[] = [];
  #header: { readonly first: number; last: number } | null = null;

  constructor(tag: Tag, context: SheetContext) {
    this.#context = context;
    context.styles.format(null);
    this.name = tag.attributeOf(table, 'name') ?? '';
    this.state = context.styles.isSheetShown(tag.attributeOf(table, 'style-name')) ? 'visible' : 'hidden';
    this.protected = tag.attributeOf(table, 'protected') === 'true';
    this.#columns = new Columns(context.styles, context.limits);
    this.rows = new RowCollector(context.limits, context.budget);
    this.#cells = new CellReader(
      context.styles,
      cell => this.#takeCell(cell),
      (control, column) => this.boxes.place(control, this.#row!.row, column),
    );
  }

  get columns(): readonly ColumnSpan[] {
    return this.#columns.spans;
  }
  /** Rows that are printed again on every page. */
  get header(): { readonly first: number; readonly last: number } | null {
    return this.#header;
  }

  readonly child = (tag: Tag): Context | null =>
    office.has(tag.uri) && tag.local === 'forms' ? this.boxes : this.#own(tag);

  readonly #own = children(table, {
    'table-source': tag => {
      this.external = /^'.*'#\$/s.test(this.name) && tag.attributeOf(table, 'mode') === 'copy-results-only';
      return leaf;
    },
    'table-column-group': () => this.#wrapped,
    'table-columns': () => this.#wrapped,
    'table-header-columns': () => this.#wrapped,
    'table-column': tag => {
      this.#columns.add(tag);
      return leaf;
    },
    'table-row-group': () => this.#wrapped,
    'table-rows': () => this.#wrapped,
    'table-header-rows': () => this.#headerRows,
    'table-row': tag => this.#beginRow(tag),
    'named-expressions': () => namesIn(this.name, this.names),
  });

  readonly #wrapped = wrapper(tag => this.child(tag));

  readonly #headerRows: Context = {
    child: tag => {
      this.#header ??= { first: this.#nextRow, last: this.#nextRow };
      return this.child(tag);
    },
    end: () => {
      if (this.#header) this.#header.last = this.#nextRow - 1;
    },
  };

  #beginRow(tag: Tag): Context {
    const { styles } = this.#context;
    this.#rowStyle = tag.attributeOf(table, 'default-cell-style-name') ?? null;
    const { height, custom } = styles.row(tag.attributeOf(table, 'style-name'));
    this.#row = {
      row: this.#nextRow,
      repeated: countOf(tag.attributeOf(table, 'number-rows-repeated')),
      hidden: isHidden(tag),
      height,
      customHeight: custom,
      styleIndex: this.#rowStyle === null ? null : styles.format(this.#rowStyle).index,
      start: tag.start,
    };
    this.#rowCells = [];
    this.#nextCell = 1;
    return this.#rowContext;
  }

  readonly #rowContext: Context = {
    child: tag => {
      if (!table.has(tag.uri) || (tag.local !== 'table-cell' && tag.local !== 'covered-table-cell')) return null;
      const column = this.#nextCell;
      this.#cells.begin(tag, column, this.#rowStyle ?? this.#columns.styleAt(column), this.#inMatrix(column));
      this.#matrix(tag, column);
      return this.#cells;
    },
    end: end => {
      const row = { ...this.#row!, end };
      this.#nextRow += row.repeated;
      this.#context.observe?.(this.name, row, this.#rowCells);
      this.rows.add(row, this.#rowCells);
      this.#matrices = this.#matrices.filter(({ bottom }) => bottom >= this.#nextRow);
    },
  };

  #takeCell(cell: CellElement): void {
    this.#nextCell = cell.column + cell.repeated;
    const shared = cell.repeated === 1 || cell.ownStyle || this.#rowStyle !== null;
    const parts = shared ? [cell] : this.#columns.partsOf(cell);
    this.#rowCells.push(...parts);
    this.#context.budget.elements += parts.length;
    if (this.#context.budget.elements > this.#context.limits.cells)
      throw new Refusal('workbook_too_large', { limit: `${this.#context.limits.cells} cells` });
  }

  #inMatrix(column: number): boolean {
    const row = this.#row!.row;
    return this.#matrices.some(m => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
  }

  #matrix(tag: Tag, column: number): void {
    const columns = tag.attributeOf(table, 'number-matrix-columns-spanned');
    if (columns === undefined || this.#matrices.length >= 1000) return;
    const { row } = this.#row!;
    const rows = tag.attributeOf(table, 'number-matrix-rows-spanned');
    this.#matrices.push({
      top: row,
      left: column,
      bottom: row + countOf(rows) - 1,
      right: column + countOf(columns) - 1,
    });
  }
}
