import type { Worksheet } from 'exceljs';
import { columnFields } from '../columns.ts';
import { signers } from '../sign-off.ts';
import { columnOf, idColumn } from './grid.ts';
import type { Layout } from './layout.ts';
import { dress } from './look.ts';

/** Last column of each signer's box: the column edges nearest to equal shares of the width. No box begins in the hidden column. */
function boxes(layout: Layout): readonly number[] {
  const edges = columnFields.map((field, i) => ({
    column: columnOf(field),
    at: columnFields.slice(0, i + 1).reduce((sum, each) => sum + layout.widths[each], 0),
  }));
  const whole = edges.at(-1)!.at;
  return signers.map((_, i) => {
    const share = (whole * (i + 1)) / signers.length;
    const { column } = edges.reduce((best, edge) =>
      Math.abs(edge.at - share) < Math.abs(best.at - share) ? edge : best,
    );
    return column === idColumn - 1 ? idColumn : column;
  });
}

/** The sign-off row, with room for stamps: one row, because two could part at a page's end. */
export function signOff(sheet: Worksheet, row: number, layout: Layout): void {
  let left = 1;
  boxes(layout).forEach((right, i) => {
    for (let column = left; column <= right; column += 1) dress(sheet.getCell(row, column), 'signOff');
    sheet.getCell(row, left).value = `${signers[i]!}：`;
    sheet.mergeCells(row, left, row, right);
    left = right + 1;
  });
  sheet.getRow(row).height = 76;
}
