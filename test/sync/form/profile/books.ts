import exceljs from 'exceljs';
import { profileForm } from '../../../../sync/form/profile/index.ts';
import type { FormProfile, ProfileRow, SheetProfile } from '../../../../sync/model/index.ts';
import { readWorkbook, type Workbook } from '../../../../sync/sheet/index.ts';

export type Value = string | number | Date | boolean | exceljs.CellRichTextValue | null;

/** A sheet as a test writes it: rows from the first on; null and missing are blank. */
export interface SheetPlan {
  readonly name?: string;
  /** Blank rows and columns before the first. */
  readonly at?: { readonly row: number; readonly column: number };
  readonly rows: readonly (readonly Value[])[];
  /** Such as A1:C1, in the addresses of the sheet. */
  readonly merges?: readonly string[];
  /** Address or range → choices, or a formula that names them. */
  readonly lists?: Readonly<Record<string, readonly string[] | string>>;
  /** Range → number format. */
  readonly formats?: Readonly<Record<string, string>>;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
  /** Draw borders around these cells, blank ones too. */
  readonly drawn?: readonly string[];
  readonly state?: 'visible' | 'hidden';
}

const thin = { style: 'thin' } as const;

/** A workbook as exceljs writes it. */
export async function workbookBytes(...sheets: readonly SheetPlan[]): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  for (const [i, plan] of sheets.entries()) {
    const sheet = workbook.addWorksheet(plan.name ?? `表${i + 1}`, { state: plan.state ?? 'visible' });
    const { row: top, column: left } = plan.at ?? { row: 1, column: 1 };
    for (const [r, values] of plan.rows.entries()) {
      for (const [c, value] of values.entries()) if (value !== null) sheet.getCell(top + r, left + c).value = value;
    }
    for (const range of plan.drawn ?? []) {
      const [from, to] = range.split(':').map(address => sheet.getCell(address)) as [exceljs.Cell, exceljs.Cell];
      for (let row = Number(from.row); row <= Number(to.row); row++) {
        for (let column = Number(from.col); column <= Number(to.col); column++) {
          sheet.getCell(row, column).border = { top: thin, bottom: thin, left: thin, right: thin };
        }
      }
    }
    for (const range of plan.merges ?? []) sheet.mergeCells(range);
    for (const [range, list] of Object.entries(plan.lists ?? {})) {
      const formula = typeof list === 'string' ? list : `"${list.join(',')}"`;
      const [from, to = from] = range.split(':').map(address => sheet.getCell(address));
      for (let row = Number(from!.row); row <= Number(to!.row); row++) {
        sheet.getCell(row, Number(from!.col)).dataValidation = { type: 'list', allowBlank: true, formulae: [formula] };
      }
    }
    for (const [range, format] of Object.entries(plan.formats ?? {})) {
      const [from, to = from] = range.split(':').map(address => sheet.getCell(address));
      for (let row = Number(from!.row); row <= Number(to!.row); row++)
        sheet.getCell(row, Number(from!.col)).numFmt = format;
    }
    for (const row of plan.hiddenRows ?? []) sheet.getRow(row).hidden = true;
    for (const column of plan.hiddenColumns ?? []) sheet.getColumn(column).hidden = true;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The same, read back. */
export async function book(...sheets: readonly SheetPlan[]): Promise<Workbook> {
  const reading = readWorkbook(await workbookBytes(...sheets), 'form.xlsx');
  if (!reading.ok) throw new Error(reading.issue.message);
  return reading.workbook;
}

export const profileOf = async (...sheets: readonly SheetPlan[]): Promise<FormProfile> =>
  profileForm(await book(...sheets));

/** The only form of a workbook. */
export async function onlySheet(...sheets: readonly SheetPlan[]): Promise<SheetProfile> {
  const profile = await profileOf(...sheets);
  if (profile.sheets.length !== 1) throw new Error(`${profile.sheets.length} forms found`);
  return profile.sheets[0]!;
}

/** Rows in one line each: row, label, text. */
export const lines = (rows: readonly ProfileRow[]): readonly string[] =>
  rows.map(({ row, label, text }) => `${row} ${label ?? '-'} ${text}`);

/** Headings of the rows in one line each. */
export const headings = (rows: readonly ProfileRow[]): readonly string[] =>
  rows.map(({ item, keyPoint }) => [item, keyPoint].map(m => (m ? `${m.label ?? ''}${m.text}` : '-')).join(' / '));
