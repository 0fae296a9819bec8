import type { Issue } from '../../model/index.ts';
import { notice } from '../notice.ts';
import type { ReturnedRow } from '../returned.ts';

const place = ({ sheet, row }: ReturnedRow): string => `${sheet} ${row}`;

/** Rows that stand more than once: told row by row inside a sheet, and once for each pair of sheets that share rows. */
export function duplicateIssues(rows: readonly ReturnedRow[]): readonly Issue[] {
  const repeated = [...Map.groupBy(rows, row => row.rowId).values()].filter(list => list.length > 1);
  const across = (list: readonly ReturnedRow[]): boolean => new Set(list.map(row => row.sheet)).size === list.length;
  const inSheet = repeated
    .filter(list => !across(list))
    .map(list =>
      notice(
        'form_row_duplicated',
        { count: list.length, places: list.map(place).join('、') },
        { sheet: list[0]!.sheet, row: list[0]!.row },
      ),
    );
  const pairs = Map.groupBy(repeated.filter(across), list => JSON.stringify(list.map(row => row.sheet).slice(0, 2)));
  const sheets = [...pairs.values()].map(lists => {
    const [first, other] = lists[0]!;
    return notice('form_sheet_copied', { other: other!.sheet, count: lists.length }, { sheet: first!.sheet });
  });
  return [...sheets, ...inSheet];
}
