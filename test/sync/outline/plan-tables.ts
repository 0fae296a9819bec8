import ExcelJS from 'exceljs';
import type { PlanDocument, PlanNode } from '../../../sync/model/index.ts';
import { documentOfWorkbook, interpretDocument, type PlanDocumentReading } from '../../../sync/outline/index.ts';
import { readWorkbook } from '../../../sync/sheet/index.ts';

/** What was read of a document that could be opened. */
export type Reading = PlanDocumentReading & { readonly plan: PlanDocument };

type Value = string | number | Date | null;
export type Rows = readonly (readonly Value[])[];

export interface SheetSpec {
  readonly name?: string;
  readonly rows: Rows;
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly state?: 'visible' | 'hidden';
}

/** Saves sheets with exceljs and reads the plan in them. */
export async function readSheets(sheets: readonly SheetSpec[], fileName = '計畫.xlsx'): Promise<Reading> {
  const book = new ExcelJS.Workbook();
  for (const [
    i,
    { name = `工作表${i + 1}`, rows, merges = [], hiddenRows = [], state = 'visible' },
  ] of sheets.entries()) {
    const sheet = book.addWorksheet(name, { state });
    for (const row of rows) sheet.addRow([...row]);
    for (const merge of merges) sheet.mergeCells(merge);
    for (const row of hiddenRows) sheet.getRow(row).hidden = true;
    sheet.eachRow(row =>
      row.eachCell(cell => {
        if (cell.value instanceof Date) cell.numFmt = 'yyyy/mm/dd';
      }),
    );
  }
  const result = readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), fileName);
  if (!result.ok) throw new Error(result.issue.code);
  return opened(interpretDocument(documentOfWorkbook(result.workbook), fileName));
}

export function opened({ plan, ...rest }: PlanDocumentReading): Reading {
  if (!plan) throw new Error(rest.issues[0]?.code);
  return { plan, ...rest };
}

export const readRows = (rows: Rows, merges: readonly string[] = []): Promise<Reading> =>
  readSheets([{ rows, merges }]);

export const heading = ['執行要項', '執行重點', '執行步驟', '執行單位'] as const;

/** A tree as indented lines: `1 text [units] {months} <cadence> (remarks)`, with only what is there. */
export function outlineOf(items: readonly PlanNode[], depth = 0): readonly string[] {
  return items.flatMap(node => {
    const extras = [
      node.units.length > 0 ? `[${node.units.join(' ')}]` : '',
      node.checkMonths.length > 0 ? `{${node.checkMonths.join(' ')}}` : '',
      node.cadence.length > 0 ? `<${node.cadence.join(' ')}>` : '',
      node.remarks ? `(${node.remarks})` : '',
    ];
    const line = [`${'  '.repeat(depth)}${node.label ?? '-'}`, node.text, ...extras].filter(part => part !== '');
    return [line.join(' '), ...outlineOf(node.children, depth + 1)];
  });
}

export const treeOf = ({ plan }: Reading): readonly string[] => outlineOf(plan.items);

/** Issues as `code row column at`, without those about what a short fixture has no room for. */
export const doubtsOf = ({ issues }: Pick<PlanDocumentReading, 'issues'>): readonly string[] =>
  issues
    .filter(({ code }) => !['title_missing', 'agency_missing', 'year_missing'].includes(code))
    .map(({ code, row, column, at }) => [code, row, column, at].filter(part => part !== undefined).join(' '));
