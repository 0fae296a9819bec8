import { columnLetters } from '../../../admin/templates/grid/places.ts';
import type { SheetGrid, SheetProfile } from '../../../sync/model/index.ts';

/** A profile of a small form: header in rows 3 and 4, steps in rows 5 to 8, one column each. */
export const profile = (given: Partial<SheetProfile> = {}): SheetProfile => ({
  name: '檢核表',
  headerRows: [3, 4],
  columns: { number: 'A', step: 'B', units: 'C', result: 'D', narrative: 'E' },
  rows: [5, 6, 7, 8].map(row => ({
    row,
    label: String(row - 4),
    text: `第${row - 4}步`,
    units: ['民政課'],
    checkMonths: [],
    item: null,
    keyPoint: null,
    cells: { result: `D${row}`, narrative: `E${row}` },
  })),
  choiceStyle: 'marks',
  agencyCell: 'A2',
  periodCell: 'D2',
  dateCell: null,
  signOffRow: 10,
  noteRows: [9],
  decisions: [],
  ...given,
});

export const ticked = (): SheetProfile =>
  profile({
    columns: { step: 'B', narrative: 'G', resultTicks: { 已完成: 'C', 辦理中: 'D', 未辦理: 'E' } },
    choiceStyle: 'ticks',
  });

interface CellGiven {
  readonly at: readonly [column: number, row: number];
  readonly text: string;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
}

/** A grid as the server tells of it, from a few cells; rows without any are left out, as blank ones are. */
export function grid(cells: readonly CellGiven[], columns = 5, hidden: readonly number[] = []): SheetGrid {
  const rows = Map.groupBy(cells, ({ at: [, row] }) => row);
  return {
    sheet: '檢核表',
    sheets: ['檢核表'],
    columns: Array.from({ length: columns }, (_, at) => ({ column: columnLetters(at + 1), width: 80 })),
    rows: [...rows]
      .sort(([a], [b]) => a - b)
      .map(([row, some]) => ({
        row,
        height: null,
        hidden: hidden.includes(row),
        cells: some.map(({ at: [column], text, columnSpan = 1, rowSpan = 1 }) => ({
          column: columnLetters(column),
          text,
          rowSpan,
          columnSpan,
          locked: false,
          formula: false,
        })),
      })),
    rowsLeftOut: 0,
  };
}
