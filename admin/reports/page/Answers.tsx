import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { ReportAnswers } from '../../../sync/model/index.ts';
import { ResultChip } from '../../fields/index.ts';

interface AnswerProps {
  readonly name: string;
  /** Shares its line with another half. */
  readonly half?: boolean;
  readonly children: ReactNode;
}

const Answer = ({ name, half = false, children }: AnswerProps) => {
  const translate = useTranslate();
  return (
    <Box className={half ? 'is-half' : undefined}>
      <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
        {translate(`resources.reports.fields.${name}`)}
      </Box>
      <Box component="dd" sx={{ m: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </Box>
  );
};

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 10 });

/** Figures as a small table, numbers aligned, each with its unit. */
export const FigureTable = ({ figures }: { readonly figures: ReportAnswers['figures'] }) => (
  <Table size="small" sx={{ width: 'auto', '& td, & th': { borderColor: 'divider' } }}>
    <TableBody>
      {[...figures.entries()].map(([place, figure]) => (
        <TableRow key={place}>
          <TableCell component="th" scope="row" sx={{ pl: 0 }}>
            {figure.name}
          </TableCell>
          <TableCell align="right">{number.format(figure.value)}</TableCell>
          <TableCell sx={{ pl: 0 }}>{figure.unit}</TableCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
);

/** Answers as a document shows them: only what was written, in the order of the page. */
export const Answers = ({ answers }: { readonly answers: ReportAnswers }) => {
  const translate = useTranslate();
  const text = (name: 'narrative' | 'delayCause' | 'remedy' | 'remarks') =>
    answers[name].trim() === '' ? null : <Answer name={name}>{answers[name]}</Answer>;
  const percent = (name: 'plannedProgress' | 'actualProgress') =>
    answers[name] === null ? null : (
      <Answer name={name} half>
        {translate('report.percent', { value: answers[name] })}
      </Answer>
    );
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'max-content minmax(0, 1fr)',
        columnGap: 4,
        rowGap: 1.5,
        '& > *': { gridColumn: '1 / -1' },
        '& > .is-half': { gridColumn: 'auto' },
      }}
    >
      <Answer name="result">
        <ResultChip result={answers.result} />
      </Answer>
      {text('narrative') ?? <Answer name="narrative">{translate('report.nothingWritten')}</Answer>}
      {percent('plannedProgress')}
      {percent('actualProgress')}
      {text('delayCause')}
      {text('remedy')}
      {answers.figures.length > 0 ? (
        <Answer name="figures">
          <FigureTable figures={answers.figures} />
        </Answer>
      ) : null}
      {text('remarks')}
    </Box>
  );
};
