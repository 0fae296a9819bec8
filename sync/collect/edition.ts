import { sideOf } from '../merge/workbooks/index.ts';
import type { CollectedValues, FormProfile, MergedField, ProfileCorrection } from '../model/index.ts';
import type { Sheets } from '../sheet/index.ts';
import type { Edition, EditionPlace, EditionRow } from './order.ts';

/**
 * One edition of a form, read once for all files that come back.
 * @param workbook what is issued, before any agency's name stands in it
 * @param rows ids of its questions; rows of the profile that are not among them are not collected
 */
export function editionOf(
  workbook: Sheets,
  {
    edition,
    profile,
    rows,
    corrections = [],
  }: {
    readonly edition: number;
    readonly profile: FormProfile;
    readonly rows: readonly EditionPlace[];
    readonly corrections?: ProfileCorrection;
  },
): Edition {
  const side = sideOf({ file: '', workbook, profile });
  const ids = new Map(rows.map(({ sheet, row, rowId }) => [`${sheet}\n${row}`, rowId]));
  const kept = side.rows.flatMap((row, i) => {
    const rowId = ids.get(`${row.sheet}\n${row.row}`);
    return rowId === undefined ? [] : [{ rowId, row, asked: side.asked[i]! }];
  });
  return {
    edition,
    profile,
    corrections,
    asked: kept.map(({ asked }) => asked),
    rows: kept.map(({ rowId, row }): EditionRow => {
      const cells = [...row.cells];
      return {
        rowId,
        sheet: row.sheet,
        row: row.row,
        text: row.text,
        values: Object.fromEntries(cells.map(([field, { value }]) => [field, value])) as CollectedValues,
        cells: Object.fromEntries(cells.map(([field, { cell }]) => [field, cell])),
        computed: cells.flatMap(([field, { formula }]): MergedField[] => (formula ? [field] : [])),
        seen: row.cells.get('result')?.seen ?? '',
      };
    }),
  };
}
