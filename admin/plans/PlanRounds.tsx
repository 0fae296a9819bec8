import InboxIcon from '@mui/icons-material/InboxOutlined';
import Card from '@mui/material/Card';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useGetList, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Plan, Round } from '../../sync/model/index.ts';
import { RocDate, StateChip } from '../fields/index.ts';
import { Message } from '../layout/Message.tsx';
import { PageSkeleton } from '../layout/PageSkeleton.tsx';

const most = 100;

/** The kind stands in the usual name already; a phone has no room to say it twice. */
const wide = { display: { xs: 'none', sm: 'table-cell' } } as const;

/** The check rounds of a plan, the next due first. */
export const PlanRounds = ({ plan }: { readonly plan: Plan }) => {
  const translate = useTranslate();
  const { data, isPending } = useGetList<Round>('rounds', {
    filter: { planId: plan.id },
    sort: { field: 'dueDate', order: 'DESC' },
    pagination: { page: 1, perPage: most },
  });
  if (isPending) return <PageSkeleton />;
  if (data === undefined || data.length === 0)
    return (
      <Card>
        <Message icon={InboxIcon} title={translate('rounds.noneForPlan')}>
          <p>{translate(plan.state === 'draft' ? 'rounds.afterApproval' : 'resources.rounds.empty')}</p>
        </Message>
      </Card>
    );
  const name = (field: string) => translate(`resources.rounds.fields.${field}`);
  return (
    <Card sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {['title', 'kind', 'dueDate', 'state'].map(field => (
              <TableCell key={field} sx={field === 'kind' ? wide : undefined}>
                {name(field)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {data.map(round => (
            <TableRow key={round.id}>
              <TableCell>
                <Link component={RouterLink} to={`/rounds/${round.id}/show`} sx={{ fontWeight: 600 }}>
                  {round.title}
                </Link>
              </TableCell>
              <TableCell sx={wide}>{translate(`roundKinds.${round.kind}`)}</TableCell>
              <TableCell>
                <RocDate value={round.dueDate} />
              </TableCell>
              <TableCell>
                <StateChip machine="round" state={round.state} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
};
