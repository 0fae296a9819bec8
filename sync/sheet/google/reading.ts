import { manifestMark } from '../../form/columns.ts';
import { type Columns, headerOf } from '../../form/read/header.ts';
import { readForm } from '../../form/read/index.ts';
import type { ReturnedForm } from '../../form/returned.ts';
import type { Issue } from '../../model/index.ts';
import type { Sheet } from '../index.ts';
import type { SheetState, StateTab } from './state.ts';

/** A table of the form on a tab: where what is missing is put back. */
export interface TabTable {
  readonly sheetId: number;
  readonly sheet: string;
  readonly columns: Columns;
  /** The last row with anything in it. */
  readonly lastRow: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: Sheet;
}

/**
 * What a spreadsheet says: `empty` holds no text at all, `unreadable` holds texts and no table of a form, or one of another
 * form. Neither is ever taken for a form whose answers were cleared.
 */
export type SheetReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly why: 'noTable' | 'otherForm'; readonly issues: readonly Issue[] }
  | { readonly kind: 'read'; readonly returned: ReturnedForm; readonly tables: readonly TabTable[] };

export type Readable = Extract<SheetReading, { kind: 'read' }>;

const hasText = ({ sheet }: StateTab): boolean =>
  sheet.rows.some(row => row.cells.some(cell => cell.text.trim() !== ''));

function tableOf({ sheetId, title, sheet, rowCount, columnCount }: StateTab): readonly TabTable[] {
  if (sheet.cell(1, 1)?.text.trim() === manifestMark) return [];
  for (const row of sheet.rows) {
    const columns = headerOf(row);
    if (!columns) continue;
    const lastRow = sheet.rows.findLast(each => each.cells.some(cell => cell.text !== ''))?.row ?? row.row;
    return [{ sheetId, sheet: title, columns, lastRow, rowCount, columnCount, cells: sheet }];
  }
  return [];
}

/** Reads the form that stands in a spreadsheet. @param formId the form that it was published as */
export function readSheetState(state: SheetState, formId: string): SheetReading {
  if (!state.tabs.some(hasText)) return { kind: 'empty' };
  const returned = readForm({ customProperties: new Map(), sheets: state.tabs.map(({ sheet }) => sheet) });
  const tables = state.tabs.flatMap(tableOf);
  if (tables.length === 0) return { kind: 'unreadable', why: 'noTable', issues: returned.issues };
  if (returned.formId !== null && returned.formId !== formId)
    return { kind: 'unreadable', why: 'otherForm', issues: returned.issues };
  return {
    kind: 'read',
    // The form id stands in the spreadsheet's own tabs, as Google has no document properties: nothing was lost.
    returned: {
      ...returned,
      formId,
      issues: returned.issues.filter(({ code }) => code !== 'form_id_recovered' && code !== 'form_id_lost'),
    },
    tables,
  };
}
