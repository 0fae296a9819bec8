import { columnTitles, idColumnMark } from '../../../sync/form/columns.ts';
import type { AnswerField } from '../../../sync/model/index.ts';
import type { Book } from './book.ts';
import {
  columnCountOf,
  deleteColumns,
  deleteRows,
  insertRows,
  lastDataRow,
  putCell,
  type Tab,
  textAt,
  typed,
} from './tab.ts';

/** What people do to a spreadsheet by hand. Rows are found by the id that stands in them. */
export interface People {
  type(rowId: string, field: AnswerField, text: string): void;
  says(rowId: string, field: AnswerField): string | undefined;
  /** What each copy of a row says. */
  saysEach(rowId: string, field: AnswerField): readonly string[];
  /** Sorts a tab below its frozen rows by a column of it. */
  sort(title: string, down?: boolean): void;
  insertRow(near: string, text: string): void;
  deleteRow(rowId: string): void;
  /** Copies a row, with its id, to below itself. */
  duplicateRow(rowId: string): void;
  renameTab(title: string): void;
  deleteColumn(title: string): void;
  /** Row ids in the order in which they stand, as often as they do. */
  readonly rowIds: readonly string[];
}

const headerOf = (tab: Tab): number =>
  tab.cells.findIndex((row, i) => row?.some((_, j) => textAt(tab, i, j) === columnTitles.step));

const columnOf = (tab: Tab, title: string): number => {
  const row = headerOf(tab);
  return Array.from({ length: columnCountOf(tab) }, (_, i) => i).findIndex(i => {
    const text = textAt(tab, row, i);
    return text === title || (title === 'id' && text.startsWith(idColumnMark));
  });
};

/** Somebody writes into a cell of a visible tab, counted from 1 as it is shown. */
export function writeAt(book: Book, row: number, column: number, text: string, title?: string): void {
  const tab = book.tabs.find(({ properties }) =>
    title === undefined ? !properties.hidden : properties.title === title,
  );
  if (!tab) throw new Error(`no tab ${title ?? ''}`);
  putCell(tab, row - 1, column - 1, typed(text), ['userEnteredValue', 'formattedValue']);
  book.version += 1;
}

/** The same beside a question, in the column with this title. */
export function answerAt(book: Book, question: string, title: string, text: string): void {
  for (const tab of book.tabs) {
    const cells = tab.cells.flatMap((row, r) => (row ?? []).map((_, c) => ({ r, c, text: textAt(tab, r, c) })));
    const asked = cells.find(cell => cell.text.includes(question));
    const column = cells.find(cell => cell.text.replace(/\s/g, '') === title);
    if (!asked || !column) continue;
    writeAt(book, asked.r + 1, column.c + 1, text, tab.properties.title);
    return;
  }
  throw new Error(`no cell for ${question}, ${title}`);
}

export function peopleAt(book: Book): People {
  const tabs = () => book.tabs.filter(tab => !tab.properties.hidden && headerOf(tab) >= 0);
  const rowsOf = (tab: Tab): { tab: Tab; row: number; id: string }[] => {
    const id = columnOf(tab, 'id');
    return Array.from({ length: Math.max(0, lastDataRow(tab) - headerOf(tab)) }, (_, i) => headerOf(tab) + 1 + i)
      .map(row => ({ tab, row, id: textAt(tab, row, id) }))
      .filter(each => each.id !== '');
  };
  const all = () => tabs().flatMap(rowsOf);
  const find = (rowId: string) => all().find(({ id }) => id === rowId);
  const changed = <T>(work: T): T => {
    book.version += 1;
    return work;
  };
  return {
    type(rowId, field, text) {
      const place = find(rowId);
      if (!place) return;
      const column = columnOf(place.tab, columnTitles[field]);
      if (column >= 0)
        changed(putCell(place.tab, place.row, column, typed(text), ['userEnteredValue', 'formattedValue']));
    },
    says(rowId, field) {
      const place = find(rowId);
      return place && textAt(place.tab, place.row, columnOf(place.tab, columnTitles[field]));
    },
    saysEach: (rowId, field) =>
      all()
        .filter(({ id }) => id === rowId)
        .map(({ tab, row }) => textAt(tab, row, columnOf(tab, columnTitles[field]))),
    sort(title, down = false) {
      for (const tab of tabs()) {
        const column = columnOf(tab, title);
        const first = tab.properties.gridProperties?.frozenRowCount ?? 0;
        if (column < 0) continue;
        const last = lastDataRow(tab);
        const key = (row: number) => textAt(tab, row, column);
        const order = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i).sort((a, b) =>
          key(a) === key(b) ? a - b : key(a) < key(b) === down ? 1 : -1,
        );
        const sorted = order.map(row => tab.cells[row] ?? []);
        changed(tab.cells.splice(first, sorted.length, ...sorted));
      }
    },
    insertRow(near, text) {
      const place = find(near);
      if (!place) return;
      insertRows(place.tab, place.row, 1);
      putCell(place.tab, place.row, columnOf(place.tab, columnTitles.narrative), typed(text), ['userEnteredValue']);
      changed(place.row);
    },
    deleteRow(rowId) {
      const place = find(rowId);
      if (place) changed(deleteRows(place.tab, place.row, 1));
    },
    duplicateRow(rowId) {
      const place = find(rowId);
      if (!place) return;
      insertRows(place.tab, place.row + 1, 1);
      place.tab.cells[place.row + 1] = [...(place.tab.cells[place.row] ?? [])];
      changed(place.row);
    },
    renameTab(title) {
      const [tab] = tabs();
      if (!tab) return;
      tab.properties = { ...tab.properties, title };
      changed(tab);
    },
    deleteColumn(title) {
      for (const tab of tabs()) {
        const column = columnOf(tab, title);
        if (column >= 0) changed(deleteColumns(tab, column, 1));
      }
    },
    get rowIds() {
      return all().map(({ id }) => id);
    },
  };
}
