import type { sheets_v4 } from '@googleapis/sheets';
import type { Book } from './book.ts';
import {
  type CellData,
  columnCountOf,
  deleteColumns,
  deleteRows,
  grow,
  insertColumns,
  insertRows,
  lastDataRow,
  putCell,
  rowCountOf,
  type Tab,
} from './tab.ts';

/** A request that Google would refuse: 400, and nothing of the batch is done. */
export class BadRequest extends Error {}

type Request = sheets_v4.Schema$Request;
type Handlers = { [K in keyof Request]?: (book: Book, request: NonNullable<Request[K]>) => void };

function tabOf(book: Book, sheetId: number | null | undefined): Tab {
  const tab = book.tabs.find(({ properties }) => properties.sheetId === (sheetId ?? 0));
  if (!tab) throw new BadRequest(`No grid with id: ${sheetId}`);
  return tab;
}

const cellFields = (fields: string | null | undefined): (keyof CellData)[] => {
  if (!fields) throw new BadRequest('At least one field must be listed in fields');
  return fields.split(',').map(field => field.split(/[.(]/)[0] as keyof CellData);
};

function checkText({ userEnteredValue }: CellData): void {
  if ((userEnteredValue?.stringValue ?? '').length > 50_000)
    throw new BadRequest('Your input contains more than the maximum of 50000 characters in a single cell.');
}

function write(
  tab: Tab,
  top: number,
  left: number,
  rows: readonly sheets_v4.Schema$RowData[],
  fields: (keyof CellData)[],
): void {
  rows.forEach(({ values = [] }, i) => {
    values.forEach((cell, j) => {
      if (top + i >= rowCountOf(tab) || left + j >= columnCountOf(tab))
        throw new BadRequest(`Attempting to write outside of the grid: ${top + i},${left + j}`);
      checkText(cell);
      putCell(tab, top + i, left + j, cell, fields);
    });
  });
}

const handlers: Handlers = {
  addSheet(book, { properties }) {
    const sheetId = properties?.sheetId ?? book.nextSheetId();
    const title = properties?.title ?? `Sheet${book.tabs.length + 1}`;
    if (book.tabs.some(tab => tab.properties.sheetId === sheetId)) throw new BadRequest(`Sheet id ${sheetId} is taken`);
    if (book.tabs.some(tab => tab.properties.title === title))
      throw new BadRequest(`A sheet with the name "${title}" already exists. Please enter another name.`);
    const gridProperties = { rowCount: 1000, columnCount: 26, ...properties?.gridProperties };
    const at = properties?.index ?? book.tabs.length;
    book.tabs.splice(at, 0, {
      properties: { ...properties, sheetId, title, sheetType: 'GRID', gridProperties },
      cells: [],
      merges: [],
      protectedRanges: [],
    });
  },
  deleteSheet(book, { sheetId }) {
    const tab = tabOf(book, sheetId);
    if (book.tabs.length === 1) throw new BadRequest("You can't remove all the sheets in a document.");
    book.tabs.splice(book.tabs.indexOf(tab), 1);
  },
  updateSheetProperties(book, { properties, fields }) {
    const tab = tabOf(book, properties?.sheetId);
    if ((fields ?? '').includes('title')) tab.properties = { ...tab.properties, title: properties?.title ?? '' };
    if ((fields ?? '').includes('hidden')) tab.properties = { ...tab.properties, hidden: properties?.hidden ?? false };
  },
  updateCells(book, { range, start, rows = [], fields }) {
    const tab = tabOf(book, range?.sheetId ?? start?.sheetId);
    write(
      tab,
      range?.startRowIndex ?? start?.rowIndex ?? 0,
      range?.startColumnIndex ?? start?.columnIndex ?? 0,
      rows,
      cellFields(fields),
    );
  },
  appendCells(book, { sheetId, rows = [], fields }) {
    const tab = tabOf(book, sheetId);
    const top = lastDataRow(tab) + 1;
    grow(tab, top + rows.length, Math.max(0, ...rows.map(({ values = [] }) => values.length)));
    write(tab, top, 0, rows, cellFields(fields));
  },
  appendDimension(book, { sheetId, dimension, length }) {
    const tab = tabOf(book, sheetId);
    if (dimension === 'COLUMNS') grow(tab, 0, columnCountOf(tab) + (length ?? 0));
    else grow(tab, rowCountOf(tab) + (length ?? 0), 0);
  },
  insertDimension(book, { range }) {
    const [at, end] = [range?.startIndex ?? 0, range?.endIndex ?? 0];
    const insert = range?.dimension === 'COLUMNS' ? insertColumns : insertRows;
    insert(tabOf(book, range?.sheetId), at, end - at);
  },
  deleteDimension(book, { range }) {
    const [at, end] = [range?.startIndex ?? 0, range?.endIndex ?? 0];
    const remove = range?.dimension === 'COLUMNS' ? deleteColumns : deleteRows;
    remove(tabOf(book, range?.sheetId), at, end - at);
  },
  setDataValidation(book, { range, rule }) {
    const tab = tabOf(book, range?.sheetId);
    for (let row = range?.startRowIndex ?? 0; row < (range?.endRowIndex ?? 0); row++)
      for (let column = range?.startColumnIndex ?? 0; column < (range?.endColumnIndex ?? 0); column++)
        putCell(tab, row, column, rule ? { dataValidation: rule } : {}, ['dataValidation']);
  },
  addProtectedRange(book, { protectedRange }) {
    tabOf(book, protectedRange?.range?.sheetId).protectedRanges.push({
      protectedRangeId: book.nextId(),
      ...protectedRange,
    });
  },
  updateDimensionProperties(book, { range }) {
    tabOf(book, range?.sheetId);
  },
  createDeveloperMetadata(book, { developerMetadata }) {
    if (book.metadata.some(({ metadataId }) => metadataId === developerMetadata?.metadataId))
      throw new BadRequest(`Developer metadata with id ${developerMetadata?.metadataId} already exists`);
    book.metadata.push({ ...developerMetadata });
  },
  updateDeveloperMetadata(book, { dataFilters = [], developerMetadata }) {
    const wanted = dataFilters.map(({ developerMetadataLookup }) => developerMetadataLookup?.metadataId);
    const found = book.metadata.filter(({ metadataId }) => wanted.includes(metadataId));
    if (found.length === 0) throw new BadRequest('No developer metadata matches the filter');
    for (const each of found) each.metadataValue = developerMetadata?.metadataValue ?? null;
  },
};

/** Does a whole batch, or throws and leaves the half-done book to be thrown away. */
export function carryOut(book: Book, requests: readonly Request[]): void {
  for (const request of requests) {
    const [name, ...more] = Object.keys(request) as (keyof Request)[];
    const handler = name && (handlers[name] as ((book: Book, request: unknown) => void) | undefined);
    if (!handler || more.length > 0) throw new BadRequest(`Unknown request: ${Object.keys(request).join(', ')}`);
    handler(book, request[name]);
  }
}
