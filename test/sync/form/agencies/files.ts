import { parseAddress } from '../../../../sync/sheet/index.ts';
import { odsFile } from '../../sheet/ods-files.ts';
import type { SheetPlan, Value } from '../profile/books.ts';
import { workbookBytes } from '../profile/books.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const repeated = (element: string, count: number): string =>
  count < 1 ? '' : `<table:${element}${count > 1 ? ` table:number-columns-repeated="${count}"` : ''}/>`;

interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function blockOf(range: string): Block {
  const [from, to = from] = range.split(':').map(address => parseAddress(address)!);
  return { top: from!.row, left: from!.column, bottom: to!.row, right: to!.column };
}

const holds = ({ top, left, bottom, right }: Block, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

/** The same sheets as LibreOffice saves them: spans, covered cells, rules of choices, columns put out of sight. */
function odsOf(sheets: readonly SheetPlan[]): Uint8Array {
  const rules: string[] = [];
  const tables = sheets.map(sheet => tableOf(sheet, rules)).join('');
  const before = `<table:content-validations>${rules.join('')}</table:content-validations>`;
  return odsFile('', { before, after: tables });
}

function tableOf({ name, rows, merges = [], lists = {}, hiddenColumns = [] }: SheetPlan, rules: string[]): string {
  const width = Math.max(...rows.map(row => row.length));
  const blocks = merges.map(blockOf);
  const listed = Object.entries(lists).map(([range, list]) => {
    const rule = `rule${rules.length + 1}`;
    const words = (list as readonly string[]).map(word => `&quot;${escaped(word)}&quot;`).join(';');
    rules.push(
      `<table:content-validation table:name="${rule}" table:condition="of:cell-content-is-in-list(${words})"/>`,
    );
    return { rule, block: blockOf(range) };
  });
  const hidden = hiddenColumns.map(letters => blockOf(`${letters}1`).left);
  const columns = Array.from({ length: width }, (_, i) =>
    hidden.includes(i + 1) ? '<table:table-column table:visibility="collapse"/>' : '<table:table-column/>',
  );
  const cellAt = (value: Value, row: number, column: number): string => {
    const block = blocks.find(each => holds(each, row, column));
    if (block && (block.top !== row || block.left !== column)) return repeated('covered-table-cell', 1);
    const rule = listed.find(each => holds(each.block, row, column))?.rule;
    const attributes = [
      ...(block
        ? [
            `table:number-columns-spanned="${block.right - block.left + 1}"`,
            `table:number-rows-spanned="${block.bottom - block.top + 1}"`,
          ]
        : []),
      ...(rule ? [`table:content-validation-name="${rule}"`] : []),
      ...(typeof value === 'number' ? [`office:value-type="float" office:value="${value}"`] : []),
      ...(typeof value === 'string' ? ['office:value-type="string"'] : []),
    ].join(' ');
    const lines = value === null ? [] : String(value).split('\n');
    return `<table:table-cell ${attributes}>${lines.map(line => `<text:p>${escaped(line)}</text:p>`).join('')}</table:table-cell>`;
  };
  const printed = rows.map(
    (values, r) =>
      `<table:table-row>${Array.from({ length: width }, (_, c) => cellAt(values[c] ?? null, r + 1, c + 1)).join('')}</table:table-row>`,
  );
  return `<table:table table:name="${escaped(name ?? '')}">${columns.join('')}${printed.join('')}</table:table>`;
}

/** A form as the two programs that offices use save it. */
export const formats: Readonly<Record<'xlsx' | 'ods', (sheets: readonly SheetPlan[]) => Promise<Uint8Array>>> = {
  xlsx: sheets => workbookBytes(...sheets),
  ods: async sheets => odsOf(sheets.filter(({ state }) => state !== 'hidden')),
};
