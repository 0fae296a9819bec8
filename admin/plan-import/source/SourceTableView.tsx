import type { SourceTable } from '../../../sync/model/index.ts';
import { type Marks, SpotText } from './SpotText.tsx';
import { cellSpot, slotsOf } from './spots.ts';

interface Props extends Marks {
  readonly block: number;
  readonly table: SourceTable;
}

/** A table of the document, its merges as they are. */
export const SourceTableView = ({ block, table, doubtful }: Props) => (
  <table>
    <tbody>
      {slotsOf(table).map((slots, r) => {
        const { row } = table.rows[r]!;
        return (
          <tr key={row}>
            {slots.map(slot =>
              slot.kind === 'blank' ? (
                <td key={slot.column} />
              ) : (
                <td key={slot.cell.column} colSpan={slot.cell.across} rowSpan={slot.cell.down}>
                  <SpotText name={cellSpot(block, row, slot.cell.column)} text={slot.cell.text} doubtful={doubtful} />
                </td>
              ),
            )}
          </tr>
        );
      })}
    </tbody>
  </table>
);
