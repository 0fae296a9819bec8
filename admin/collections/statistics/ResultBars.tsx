import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useGrowing } from '../../merge-preview/use-growing.ts';
import { useResultText } from '../answers/ResultWord.tsx';
import { type Counts, percentOf, resultsIn } from './statistics.ts';

export interface BarLine {
  readonly key: string;
  readonly name: ReactNode;
  readonly total: number;
  readonly results: Counts;
}

/** A phone says the numbers under the bar instead of beside it. */
const beside = { display: { xs: 'none', sm: 'table-cell' } } as const;

interface Props {
  /** What the lines are of. */
  readonly head: string;
  readonly label: string;
  readonly lines: readonly BarLine[];
}

const known: Readonly<Record<string, string>> = {
  done: 'success.main',
  ongoing: 'info.main',
  notDone: 'error.main',
  notApplicable: 'text.secondary',
  '': 'divider',
};
/** For words of the form's own; the numbers beside the bar tell them apart. */
const others = ['warning.main', 'primary.main', 'info.main'];

const colorOf = (result: string, among: readonly string[]): string => {
  const own = among.filter(one => !(one in known));
  return known[result] ?? others[own.indexOf(result) % others.length] ?? 'primary.main';
};

const Bar = ({ line, among }: { readonly line: BarLine; readonly among: readonly string[] }) => {
  const text = useResultText();
  const translate = useTranslate();
  const present = among.filter(result => (line.results[result] ?? 0) > 0);
  return (
    <Box
      {...(present.length === 0
        ? { 'aria-hidden': true }
        : {
            role: 'img',
            'aria-label': present
              .map(result => `${text(result)} ${line.results[result]}`)
              .join(translate('collection.and')),
          })}
      sx={{
        minWidth: { xs: 96, sm: 140 },
        height: 14,
        mt: 0.75,
        display: 'flex',
        borderRadius: 1,
        overflow: 'hidden',
        bgcolor: 'sunken',
        printColorAdjust: 'exact',
      }}
    >
      {present.map(result => (
        <Box
          key={result}
          sx={{
            width: `${((line.results[result] ?? 0) / Math.max(line.total, 1)) * 100}%`,
            bgcolor: colorOf(result, among),
            borderRight: '1px solid',
            borderColor: 'background.paper',
          }}
        />
      ))}
    </Box>
  );
};

/** How many, and how much of all that is; what nobody said stands back. */
const Share = ({ count, total }: { readonly count: number; readonly total: number }) => (
  <>
    {count === 0 ? (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        0
      </Box>
    ) : (
      count
    )}
    <Box
      component="span"
      sx={{ display: 'inline-block', minWidth: '3em', color: 'text.secondary', fontSize: '0.8125rem' }}
    >
      {count === 0 ? '' : `${percentOf(count, total)}%`}
    </Box>
  </>
);

/** Results of items or agencies as bars, the numbers beside them. */
export const ResultBars = ({ head, label, lines }: Props) => {
  const text = useResultText();
  const translate = useTranslate();
  const among = resultsIn(lines.map(({ results }) => results));
  const [drawn] = useGrowing(lines.length, label);
  return (
    <TableContainer tabIndex={0} role="region" aria-label={label} sx={{ position: 'relative' }}>
      <Table size="small" sx={{ minWidth: { sm: 640 } }}>
        <TableHead>
          <TableRow>
            <TableCell>{head}</TableCell>
            <TableCell sx={{ width: '30%' }}>{translate('collection.statistics.share')}</TableCell>
            {among.map(result => (
              <TableCell key={result} align="right" sx={beside}>
                <Box
                  component="span"
                  aria-hidden
                  sx={{
                    display: 'inline-block',
                    width: 10,
                    height: 10,
                    borderRadius: '2px',
                    mr: 0.75,
                    bgcolor: colorOf(result, among),
                    border: 1,
                    borderColor: 'text.secondary',
                  }}
                />
                {text(result)}
              </TableCell>
            ))}
            <TableCell align="right">{translate('collection.statistics.total')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.slice(0, drawn).map(line => (
            <TableRow key={line.key} hover>
              <TableCell component="th" scope="row" sx={{ minWidth: { xs: 120, sm: 200 } }}>
                {line.name}
              </TableCell>
              <TableCell>
                <Bar line={line} among={among} />
                <Box aria-hidden sx={{ display: { xs: 'block', sm: 'none' }, color: 'text.secondary' }}>
                  {among
                    .filter(result => (line.results[result] ?? 0) > 0)
                    .map(result => `${text(result)} ${line.results[result]}`)
                    .join(translate('collection.and'))}
                </Box>
              </TableCell>
              {among.map(result => (
                <TableCell key={result} align="right" sx={beside}>
                  <Share count={line.results[result] ?? 0} total={line.total} />
                </TableCell>
              ))}
              <TableCell align="right">{line.total}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
