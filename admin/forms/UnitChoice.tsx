import Checkbox from '@mui/material/Checkbox';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableFooter from '@mui/material/TableFooter';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import { sumOf, type UnitRows } from './rows-by-unit.ts';

interface Props {
  readonly parts: readonly UnitRows[];
  readonly nameOf: (unitId: string) => string;
  readonly leftOut: ReadonlySet<string>;
  readonly onLeftOut: (leftOut: ReadonlySet<string>) => void;
}

const figures = ['rows', 'blank', 'locked'] as const;

/** The units of a round with what the form would hold of each; all are in until they are unticked. */
export const UnitChoice = ({ parts, nameOf, leftOut, onLeftOut }: Props) => {
  const translate = useTranslate();
  const chosen = parts.filter(part => !leftOut.has(part.unitId));
  const total = sumOf(chosen);
  const turn = (unitId: string) => {
    const next = new Set(leftOut);
    if (!next.delete(unitId)) next.add(unitId);
    onLeftOut(next);
  };
  const all = chosen.length === parts.length;
  return (
    <TableContainer>
      <Table size="small" sx={{ '& th, & td': { px: { xs: 0.5, sm: 2 } } }} aria-label={translate('forms.units')}>
        <TableHead>
          <TableRow>
            <TableCell padding="checkbox">
              <Checkbox
                size="small"
                checked={all}
                indeterminate={!all && chosen.length > 0}
                onChange={() => onLeftOut(all ? new Set(parts.map(part => part.unitId)) : new Set())}
                slotProps={{ input: { 'aria-label': translate('forms.allUnits') } }}
              />
            </TableCell>
            <TableCell>{translate('forms.unit')}</TableCell>
            {figures.map(figure => (
              <TableCell key={figure} align="right">
                {translate(`forms.${figure}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {parts.map(part => (
            <TableRow key={part.unitId} hover>
              <TableCell padding="checkbox">
                <Checkbox
                  size="small"
                  checked={!leftOut.has(part.unitId)}
                  onChange={() => turn(part.unitId)}
                  slotProps={{ input: { 'aria-label': nameOf(part.unitId) } }}
                />
              </TableCell>
              <TableCell component="th" scope="row" sx={{ verticalAlign: 'middle', minWidth: '6em' }}>
                {nameOf(part.unitId)}
              </TableCell>
              {figures.map(figure => (
                <TableCell key={figure} align="right" sx={{ verticalAlign: 'middle' }}>
                  {part[figure]}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          <TableRow sx={{ '& td, & th': { fontWeight: 700, color: 'text.primary', fontSize: '0.875rem', border: 0 } }}>
            <TableCell padding="checkbox" />
            <TableCell component="th" scope="row">
              {translate('forms.total')}
            </TableCell>
            {figures.map(figure => (
              <TableCell key={figure} align="right">
                {total[figure]}
              </TableCell>
            ))}
          </TableRow>
        </TableFooter>
      </Table>
    </TableContainer>
  );
};
