import type { Range } from '../../sheet/index.ts';
import { columnFields } from '../columns.ts';
import { signers } from '../sign-off.ts';
import type { DrawnCell, DrawnRow } from './drawing.ts';
import { columnOf, idColumn } from './grid.ts';
import type { Layout } from './layout.ts';

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
export function signOff(row: number, layout: Layout): { readonly row: DrawnRow; readonly merges: readonly Range[] } {
  const cells: DrawnCell[] = [];
  const merges: Range[] = [];
  let left = 1;
  boxes(layout).forEach((right, i) => {
    for (let column = left; column <= right; column += 1)
      cells.push({ column, text: column === left ? `${signers[i]!}：` : '', look: 'signOff' });
    merges.push({ top: row, left, bottom: row, right });
    left = right + 1;
  });
  return { row: { height: 76, grows: false, cells }, merges };
}
