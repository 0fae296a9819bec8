import type { sheets_v4 } from '@googleapis/sheets';
import { carryOut } from './requests.ts';
import type { CellData, Tab } from './tab.ts';

/** An emulated spreadsheet: what Google keeps of it, as far as anybody can tell from outside. */
export interface Book {
  readonly id: string;
  name: string;
  url: string;
  /** Drive's, which grows with every change by anybody. */
  version: number;
  /** When that was, in ms. */
  readonly modifiedAt: number;
  trashed: boolean;
  tabs: Tab[];
  metadata: sheets_v4.Schema$DeveloperMetadata[];
  nextSheetId(): number;
  nextId(): number;
}

/** As Google makes one: a single empty tab. */
export function newBook(id: string, name: string, url: string, now: () => number = Date.now): Book {
  let ids = 100;
  const nextId = () => ++ids;
  const last = { version: 1, at: now() };
  return {
    id,
    name,
    url,
    get version() {
      return last.version;
    },
    set version(version) {
      last.version = version;
      last.at = now();
    },
    get modifiedAt() {
      return last.at;
    },
    trashed: false,
    tabs: [
      {
        properties: {
          sheetId: 0,
          title: 'Sheet1',
          index: 0,
          sheetType: 'GRID',
          gridProperties: { rowCount: 1000, columnCount: 26 },
        },
        cells: [],
        merges: [],
        protectedRanges: [],
      },
    ],
    metadata: [],
    nextId,
    nextSheetId: () => 5000 + nextId(),
  };
}

const copyOf = ({ properties, cells, merges, protectedRanges }: Tab): Tab => ({
  properties: { ...properties },
  // Cells are replaced, never changed, so that copying their rows is enough.
  cells: cells.map(row => (row ? [...row] : [])),
  merges: [...merges],
  protectedRanges: [...protectedRanges],
});

/** Carries out a batch whole or not at all. @throws BadRequest */
export function batchUpdate(book: Book, requests: readonly sheets_v4.Schema$Request[]): void {
  const draft: Book = { ...book, tabs: book.tabs.map(copyOf), metadata: book.metadata.map(each => ({ ...each })) };
  carryOut(draft, requests);
  book.tabs = draft.tabs;
  book.metadata = draft.metadata;
  book.version += 1;
}

/** Trailing blank cells and rows are not sent, as Google does not. */
function rowData(cells: readonly (readonly CellData[] | undefined)[]): sheets_v4.Schema$RowData[] {
  const full = cells.map(row => {
    const last = (row ?? []).findLastIndex(cell => cell && Object.keys(cell).length > 0);
    return last < 0 ? {} : { values: (row ?? []).slice(0, last + 1).map(cell => cell ?? {}) };
  });
  return full.slice(0, full.findLastIndex(row => row.values !== undefined) + 1);
}

/** What `spreadsheets.get` answers with all fields and the grid. */
export const spreadsheetOf = (book: Book): sheets_v4.Schema$Spreadsheet => ({
  spreadsheetId: book.id,
  spreadsheetUrl: book.url,
  properties: { title: book.name, locale: 'zh_TW', timeZone: 'Asia/Taipei' },
  ...(book.metadata.length > 0 ? { developerMetadata: book.metadata } : {}),
  sheets: book.tabs.map(({ properties, cells, merges, protectedRanges }, index) => ({
    properties: { ...properties, index },
    ...(merges.length > 0 ? { merges } : {}),
    ...(protectedRanges.length > 0 ? { protectedRanges } : {}),
    data: [{ rowData: rowData(cells) }],
  })),
});
