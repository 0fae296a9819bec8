import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ComponentType } from 'react';
import { useTranslate } from 'react-admin';
import type { PlanReview, PlanSections } from '../../../sync/model/index.ts';
import { useMonthName } from '../../fields/index.ts';
import { keyed, type PartName } from './parts.ts';

interface Props {
  readonly sections: PlanSections;
}

const prose = { whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxWidth: '46em' } as const;

const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length === 1 ? (
    <Box sx={prose}>{lines[0]}</Box>
  ) : (
    <Box component="ol" sx={{ m: 0, pl: 3, ...prose, '& li': { mb: 0.5 } }}>
      {keyed(lines, line => line).map(([key, line]) => (
        <li key={key}>{line}</li>
      ))}
    </Box>
  );

const Text = ({ text }: { readonly text: string }) => <Box sx={prose}>{text}</Box>;

const Review = ({ kind, text, months, nextYear, submitTo, forms }: PlanReview) => {
  const translate = useTranslate();
  const nameOf = useMonthName();
  const and = translate('fields.and');
  const monthOf = (month: number, i: number) =>
    translate(nextYear && i === months.length - 1 ? 'planSections.nextYearMonth' : 'planSections.month', {
      month: nameOf(month),
    });
  const said = [
    months.length === 0 ? null : translate('planSections.monthsOf', { months: months.map(monthOf).join(and) }),
    submitTo.length === 0 ? null : translate('planSections.submitToOf', { names: submitTo.join(and) }),
    forms.length === 0 ? null : translate('planSections.formsOf', { names: forms.join(and) }),
  ].filter(line => line !== null);
  return (
    <Box component="li" sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ fontWeight: 600 }}>{translate(`planSections.kinds.${kind}`)}</Box>
      <Box sx={prose}>{text}</Box>
      {said.map(line => (
        <Box key={line} sx={{ color: 'text.secondary', fontSize: '0.9375rem' }}>
          {line}
        </Box>
      ))}
    </Box>
  );
};

const columns = ['title', 'person', 'duty', 'remarks'] as const;

const TaskForce = ({ sections: { taskForce } }: Props) => {
  const translate = useTranslate();
  return (
    // Wider than a phone, so it is walked sideways by keyboard too.
    <Box
      role="group"
      aria-label={translate('resources.plans.fields.taskForce')}
      tabIndex={0}
      sx={{ overflowX: 'auto' }}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell key={column}>{translate(`planSections.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {keyed(taskForce, row => row.title).map(([key, row]) => (
            <TableRow key={key}>
              <TableCell sx={{ minWidth: '5em' }}>{row.title}</TableCell>
              <TableCell sx={{ minWidth: '7em' }}>{row.member}</TableCell>
              <TableCell sx={{ minWidth: '10em' }}>{row.duty}</TableCell>
              <TableCell>{row.remarks}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};

/** How each part is read. */
export const readers: Readonly<Record<PartName, ComponentType<Props>>> = {
  basis: ({ sections }) => <Lines lines={sections.basis} />,
  goals: ({ sections }) => <Lines lines={sections.goals} />,
  scope: ({ sections }) => <Text text={sections.scope} />,
  reviews: ({ sections }) => (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {keyed(sections.reviews, review => review.text).map(([key, review]) => (
        <Review key={key} {...review} />
      ))}
    </Box>
  ),
  taskForce: TaskForce,
  closing: ({ sections }) => <Text text={sections.closing} />,
};
