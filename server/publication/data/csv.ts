import { byteOrderMark, guarded, writeRecords } from '../../../sync/form/csv/index.ts';
import { levelAt, type PlanDocument, type PlanNode } from '../../../sync/model/index.ts';
import { type CsvColumn, csvColumns } from './fields.ts';

const levelNames = { item: '執行要項', keyPoint: '執行重點', step: '執行步驟', subStep: '細項' } as const;
/** Between the values of one field. */
const separator = '、';

type Row = Readonly<Record<CsvColumn, string>>;

function rowsOf(nodes: readonly PlanNode[], above: readonly number[]): readonly Row[] {
  return nodes.flatMap((node, i) => {
    const place = [...above, i + 1];
    const { label, text, units, checkMonths, cadence, remarks, children } = node;
    const row = {
      // Numbers with points or strokes between them would be made dates by spreadsheet programs.
      path: place.join('>'),
      level: levelNames[levelAt(above.length)],
      label: label ?? '',
      text,
      units: units.join(separator),
      months: checkMonths.join(separator),
      cadence: cadence.join(separator),
      remarks,
    };
    return [row, ...rowsOf(children, place)];
  });
}

/** The tree of a plan, one row for each node from top to bottom. */
export function planCsv({ items }: PlanDocument): string {
  const records = rowsOf(items, []).map(row => csvColumns.map(column => guarded(row[column])));
  return byteOrderMark + writeRecords([csvColumns, ...records]);
}
