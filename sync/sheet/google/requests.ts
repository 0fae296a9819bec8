import type { sheets_v4 } from '@googleapis/sheets';
import { operationKey, operationMetadataId } from './marks.ts';

export type Request = sheets_v4.Schema$Request;
export type CellData = sheets_v4.Schema$CellData;
export type GridRange = sheets_v4.Schema$GridRange;

/**
 * A cell that says exactly this: a typed string, as RAW input makes one, never parsed, so that nothing received becomes a
 * formula, a number or a date. An empty text clears the cell.
 */
export const textCell = (text: string): CellData => (text === '' ? {} : { userEnteredValue: { stringValue: text } });

/** Rows and columns 1-based and inclusive, as everywhere else; Google counts from 0 and leaves out the end. */
export const gridRange = (
  sheetId: number,
  {
    top,
    left,
    bottom,
    right,
  }: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number },
): GridRange => ({
  sheetId,
  startRowIndex: top - 1,
  endRowIndex: bottom,
  startColumnIndex: left - 1,
  endColumnIndex: right,
});

/** Writes one cell's value and leaves its look alone. */
export const writeCell = (sheetId: number, row: number, column: number, text: string): Request => ({
  updateCells: {
    range: gridRange(sheetId, { top: row, left: column, bottom: row, right: column }),
    rows: [{ values: [textCell(text)] }],
    fields: 'userEnteredValue',
  },
});

const operationMetadata = (operation: string) => ({
  metadataId: operationMetadataId,
  metadataKey: operationKey,
  metadataValue: operation,
  location: { spreadsheet: true },
  visibility: 'DOCUMENT',
});

/** Leaves the operation's id in the spreadsheet, as part of its batch. @param known whether one was left before */
export const markOperation = (operation: string, known: boolean): Request =>
  known
    ? {
        updateDeveloperMetadata: {
          dataFilters: [{ developerMetadataLookup: { metadataId: operationMetadataId } }],
          developerMetadata: { metadataValue: operation },
          fields: 'metadataValue',
        },
      }
    : { createDeveloperMetadata: { developerMetadata: operationMetadata(operation) } };
