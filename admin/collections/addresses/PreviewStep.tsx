import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { AddressPreview } from '../../../sync/model/index.ts';
import { useAgencyNames, useRecipients } from '../use-collection.ts';

interface Props {
  readonly preview: AddressPreview;
  readonly collectionId: string;
  readonly problem: string | null;
}

/** Each address that will be another, and what of the list could not be used. */
export const PreviewStep = ({ preview, collectionId, problem }: Props) => {
  const translate = useTranslate();
  const { data: recipients } = useRecipients(collectionId);
  const { nameOf } = useAgencyNames();
  const agencyOf = new Map(recipients?.map(({ id, agencyId }) => [id, nameOf(agencyId)]));
  const { changes, same, unnamed, problems } = preview;
  const told = [
    translate('collection.addresses.changes', { smart_count: changes.length }),
    ...(same > 0 ? [translate('collection.addresses.same', { smart_count: same })] : []),
    ...(unnamed > 0 ? [translate('collection.addresses.unnamed', { smart_count: unnamed })] : []),
  ];
  return (
    <>
      {problem === null ? null : (
        <Alert severity="error" sx={{ mb: 2 }}>
          {translate(problem, { _: problem })}
        </Alert>
      )}
      <Box sx={{ mb: 2 }}>
        {told.map(line => (
          <div key={line}>{line}</div>
        ))}
      </Box>
      {problems.length > 0 ? (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('collection.addresses.problems', { smart_count: problems.length })}
          <Box component="ul" tabIndex={0} sx={{ m: 0, mt: 0.5, pl: 2.5, maxHeight: 160, overflowY: 'auto' }}>
            {problems.map(({ line, text, why }) => (
              <Box component="li" key={line} sx={{ overflowWrap: 'anywhere' }}>
                {translate('collection.addresses.line', { line })}
                {translate(`collection.addresses.why.${why}`)}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {' '}
                  {text}
                </Box>
              </Box>
            ))}
          </Box>
        </Alert>
      ) : null}
      {changes.length > 0 ? (
        <TableContainer tabIndex={0} sx={{ maxHeight: 360 }}>
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                <TableCell>{translate('resources.recipients.fields.agencyId')}</TableCell>
                <TableCell>{translate('collection.addresses.before')}</TableCell>
                <TableCell>{translate('collection.addresses.after')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {changes.map(({ recipientId, before, after }) => (
                <TableRow key={recipientId}>
                  <TableCell>{agencyOf.get(recipientId)}</TableCell>
                  <TableCell sx={{ overflowWrap: 'anywhere', color: 'text.secondary' }}>{before ?? '—'}</TableCell>
                  <TableCell sx={{ overflowWrap: 'anywhere' }}>{after}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      ) : null}
    </>
  );
};
