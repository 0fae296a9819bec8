import Box from '@mui/material/Box';
import type { SourceTable } from '../../../sync/model/index.ts';
import { type Marks, SpotText } from './SpotText.tsx';
import { cellSpot, slotsOf } from './spots.ts';

interface Props extends Marks {
  readonly block: number;
  readonly table: SourceTable;
}

/** A table of the document, its merges as they are. */
export const SourceTableView = ({ block, table, ...marks }: Props) => (
  <Box
    component="table"
    sx={{
      borderCollapse: 'collapse',
      width: '100%',
      my: 1,
      fontSize: '0.875rem',
      lineHeight: 1.6,
      '& td': { border: 1, borderColor: 'divider', p: 0.25, verticalAlign: 'top', minWidth: '3.5em' },
    }}
  >
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
                  <SpotText name={cellSpot(block, row, slot.cell.column)} {...marks}>
                    {slot.cell.text}
                  </SpotText>
                </td>
              ),
            )}
          </tr>
        );
      })}
    </tbody>
  </Box>
);
