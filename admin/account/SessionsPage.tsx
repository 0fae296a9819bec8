import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { Title, useDelete, useGetList, useNotify, useTranslate } from 'react-admin';
import type { OpenSession } from '../../sync/model/index.ts';
import { RocDate } from '../fields/index.ts';
import { PageSkeleton } from '../layout/index.ts';
import { deviceOf } from './device.ts';

/** Left away on a phone, so that the button to end a log-in is in sight. */
const roomy = { display: { xs: 'none', sm: 'table-cell' } } as const;
const headings = [
  ['device', {}],
  ['address', roomy],
  ['since', roomy],
  ['lastSeen', {}],
] as const;

/** Where one's own account is logged in; any place but this one can be ended. */
export const SessionsPage = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const { data, isPending } = useGetList<OpenSession>('openSessions', {
    sort: { field: 'lastSeenAt', order: 'DESC' },
    pagination: { page: 1, perPage: 100 },
  });
  const [end] = useDelete<OpenSession>();
  const device = (session: OpenSession) => deviceOf(session.agent) ?? translate('account.sessions.unknownAgent');
  const revoke = (session: OpenSession) =>
    void end(
      'openSessions',
      { id: session.id, previousData: session },
      {
        mutationMode: 'pessimistic',
        onSuccess: () => notify('account.sessions.ended', { type: 'success' }),
        onError: error =>
          notify(error instanceof Error ? error.message : 'ra.notification.http_error', { type: 'error' }),
      },
    );
  return (
    <>
      <Title title={translate('account.sessions.title')} />
      <Typography sx={{ mb: 2, color: 'text.secondary' }}>{translate('account.sessions.text')}</Typography>
      {isPending ? <PageSkeleton /> : null}
      {data ? (
        <Card sx={{ overflowX: 'auto' }}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {headings.map(([heading, sx]) => (
                  <TableCell key={heading} sx={sx}>
                    {translate(`account.sessions.${heading}`)}
                  </TableCell>
                ))}
                <TableCell>{translate('account.sessions.end')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {data.map(session => (
                <TableRow key={session.id}>
                  <TableCell title={session.agent}>{device(session)}</TableCell>
                  <TableCell sx={roomy}>{session.address}</TableCell>
                  <TableCell sx={roomy}>
                    <RocDate value={session.createdAt} />
                  </TableCell>
                  <TableCell>
                    <RocDate value={session.lastSeenAt} />
                  </TableCell>
                  <TableCell sx={{ py: 0.25 }}>
                    {session.current ? (
                      <Box component="span" sx={{ fontWeight: 600, lineHeight: '36px' }}>
                        {translate('account.sessions.current')}
                      </Box>
                    ) : (
                      <Button
                        size="small"
                        aria-label={translate('account.sessions.endThis', { agent: device(session) })}
                        onClick={() => revoke(session)}
                      >
                        {translate('account.sessions.end')}
                      </Button>
                    )}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Card>
      ) : null}
    </>
  );
};

export default SessionsPage;
