import InboxIcon from '@mui/icons-material/InboxOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { CollectedRow } from '../../../sync/model/index.ts';
import { Message } from '../../layout/index.ts';
import { useGrowing } from '../../merge-preview/use-growing.ts';
import { stackedOnPhone } from '../../pages/stacked-rows.ts';
import { AnswerText } from './AnswerText.tsx';
import { answersOf, resultOf, textOf } from './fields.ts';
import { ResultWord } from './ResultWord.tsx';
import { Source } from './Source.tsx';

interface Props {
  readonly collectionId: string;
  readonly rows: readonly { readonly row: CollectedRow; readonly agency: string }[];
}

const Score = ({ score, remarks }: { readonly score: number | null; readonly remarks: string }) => (
  <>
    {score === null ? null : <b>{score}</b>}
    {remarks ? <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>{remarks}</Box> : null}
  </>
);

/** What the agencies say to one question: what counts, what came, what it was worth, where it stands. */
export const AnswersTable = ({ collectionId, rows }: Props) => {
  const translate = useTranslate();
  const [drawn] = useGrowing(rows.length, String(rows.length));
  if (rows.length === 0)
    return (
      <Message icon={InboxIcon} role="status" title={translate('collection.answers.none')}>
        <p>{translate('collection.answers.noneText')}</p>
      </Message>
    );
  const head = (name: string) => translate(`collection.answers.head.${name}`);
  const heads = ['agency', 'result', 'answer', 'selfScore', 'first', 'second', 'source'] as const;
  return (
    <TableContainer
      tabIndex={0}
      role="region"
      aria-label={translate('collection.tab.answers')}
      sx={{ position: 'relative' }}
    >
      <Table size="small" sx={{ minWidth: 980, ...stackedOnPhone }}>
        <TableHead>
          <TableRow>
            {heads.map(one => (
              <TableCell key={one} align={one === 'selfScore' ? 'right' : 'left'}>
                {head(one)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.slice(0, drawn).map(({ row, agency }) => (
            <TableRow key={row.id} hover>
              <TableCell component="th" scope="row" sx={{ minWidth: 150 }}>
                <Link
                  component={RouterLink}
                  to={`/collections/${collectionId}/show?${new URLSearchParams({ tab: 'review', of: row.recipientId, row: row.rowId })}`}
                  sx={{ color: 'text.primary', fontWeight: 600 }}
                >
                  {agency}
                </Link>
              </TableCell>
              <TableCell>
                <ResultWord result={resultOf(row)} />
              </TableCell>
              <TableCell sx={{ minWidth: 340 }}>
                {answersOf(row)
                  .filter(({ field }) => field !== 'result' && field !== 'selfScore')
                  .map(answer => (
                    <Box key={answer.field} sx={{ mb: 0.5 }}>
                      {answer.field === 'narrative' ? null : (
                        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
                          {translate(`exchange.answer.${answer.field}`)}
                        </Box>
                      )}
                      <AnswerText answer={answer} lines={3} />
                    </Box>
                  ))}
              </TableCell>
              <TableCell align="right" data-label={head('selfScore')}>
                {textOf(row.accepted, 'selfScore')}
              </TableCell>
              <TableCell data-label={head('first')}>
                <Score {...row.first} />
              </TableCell>
              <TableCell data-label={head('second')}>
                <Score {...row.second} />
              </TableCell>
              <TableCell data-label={head('source')} sx={{ minWidth: 132 }}>
                <Source row={row} field="narrative" />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
