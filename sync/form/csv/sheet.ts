import { addressOf, type Cell, type Row, type Sheet } from '../../sheet/index.ts';
import { indexSheet } from '../../sheet/sheet-index.ts';
import { legible } from '../plain-text.ts';
import { sheetName } from '../write/grid.ts';

const nowhere = { start: 0, end: 0 } as const;

const cellOf = (field: string, row: number, column: number): Cell => {
  const text = legible(field);
  return {
    row,
    column,
    address: addressOf(row, column),
    text,
    value: text === '' ? { kind: 'blank' } : { kind: 'text', value: text },
    formula: null,
    sharedFormula: false,
    styleIndex: 0,
    numberFormat: '@',
    locked: false,
    span: nowhere,
  };
};

const rowOf = (record: readonly string[], row: number): Row => ({
  row,
  hidden: false,
  styleIndex: null,
  height: null,
  customHeight: false,
  cells: record.map((field, i) => cellOf(field, row, i + 1)),
  span: nowhere,
});

/** Records as the one sheet of a workbook: nothing but texts. */
export const sheetOf = (records: readonly (readonly string[])[]): Sheet =>
  indexSheet({
    name: sheetName,
    state: 'visible',
    part: '',
    rows: records.map((record, i) => rowOf(record, i + 1)),
    ordered: true,
    merges: [],
    columns: [],
    validations: [],
    tables: [],
    notes: () => new Map(),
    links: () => [],
    protected: false,
  }).sheet;
