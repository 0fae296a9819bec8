import InboxIcon from '@mui/icons-material/InboxOutlined';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TableSortLabel from '@mui/material/TableSortLabel';
import { memo, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { Collection, RecipientSheet } from '../../../sync/model/index.ts';
import { mayUse, useSession } from '../../data/index.ts';
import { RocDate, StateChip } from '../../fields/index.ts';
import { Message } from '../../layout/index.ts';
import { useGrowing } from '../../merge-preview/use-growing.ts';
import { stackedOnPhone } from '../../pages/stacked-rows.ts';
import { SheetCell } from '../online/SheetCell.tsx';
import { MailCell } from './MailCell.tsx';
import { RowMenu } from './RowMenu.tsx';
import type { Came, Line, Sort } from './roster.ts';

interface Props {
  readonly collection: Collection;
  readonly lines: readonly Line[];
  /** What came, by recipient. */
  readonly came: ReadonlyMap<string, Came>;
  /** What was handed out as a spreadsheet, by recipient. */
  readonly sheets: ReadonlyMap<string, RecipientSheet>;
  /** Why there may be no line. */
  readonly nothing: 'nobody' | 'noneFound';
  readonly marked: ReadonlySet<string>;
  readonly onMark: (marked: ReadonlySet<string>) => void;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

interface RowProps {
  readonly collection: Collection;
  readonly line: Line;
  readonly came: Came | undefined;
  readonly sheet: RecipientSheet | undefined;
  readonly marked: boolean;
  readonly marks: boolean;
  readonly onToggle: (id: string) => void;
}

/** When it came and how; the original is one click away, and so is everything that ever came. */
const CameCell = ({ collection, line: { recipient, name }, came }: Pick<RowProps, 'collection' | 'line' | 'came'>) => {
  const translate = useTranslate();
  if (recipient.returnedAt === null && !came) return null;
  const files = `/collections/${collection.id}/show?${new URLSearchParams({ tab: 'files', of: recipient.id })}`;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      <RocDate value={came?.file.createdAt ?? recipient.returnedAt} />
      {came ? (
        <>
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {translate(`collection.way.${came.file.via}`)}
          </Box>
          <Link
            href={`/api/collectionFiles/${encodeURIComponent(came.file.id)}/file`}
            download={came.file.fileName}
            title={came.file.fileName}
            aria-label={translate('collection.roster.originalOf', { name })}
          >
            {translate('collection.roster.original')}
          </Link>
          <Link
            component={RouterLink}
            to={files}
            aria-label={translate('collection.roster.filesOf', { name, smart_count: came.count })}
          >
            {translate('collection.roster.files', { smart_count: came.count })}
          </Link>
        </>
      ) : null}
    </Box>
  );
};

const Row = memo(({ collection, line, came, sheet, marked, marks, onToggle }: RowProps) => {
  const translate = useTranslate();
  const { recipient, name, state } = line;
  const field = (name: string) => translate(`resources.recipients.fields.${name}`);
  const answered = state !== 'notReturned' && state !== 'overdue';
  return (
    <TableRow hover selected={marked} sx={{ contentVisibility: 'auto', containIntrinsicSize: 'auto 45px' }}>
      {marks ? (
        <TableCell padding="checkbox" className="stack-lead">
          <Checkbox
            size="small"
            checked={marked}
            onChange={() => onToggle(recipient.id)}
            slotProps={{ input: { 'aria-label': translate('collection.roster.mark', { name }) } }}
          />
        </TableCell>
      ) : null}
      <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>
        {answered ? (
          <Link
            component={RouterLink}
            to={`/collections/${collection.id}/show?${new URLSearchParams({ tab: 'review', of: recipient.id })}`}
            sx={{ color: 'text.primary' }}
          >
            {name}
          </Link>
        ) : (
          name
        )}
      </TableCell>
      <TableCell>
        <StateChip machine="recipient" state={state} />
        {recipient.acceptedAt ? (
          <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{translate('collection.roster.accepted')}</Box>
        ) : null}
      </TableCell>
      <TableCell data-label={field('returnedAt')}>
        <CameCell collection={collection} line={line} came={came} />
      </TableCell>
      <TableCell data-label={field('sentAt')}>
        <MailCell recipient={recipient} />
        {sheet ? <SheetCell sheet={sheet} name={name} /> : null}
      </TableCell>
      <TableCell data-label={field('chasedAt')} sx={{ whiteSpace: 'nowrap' }}>
        {recipient.chasedAt ? (
          <>
            <RocDate value={recipient.chasedAt} withTime={false} />{' '}
            <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
              {translate('collection.roster.chases', { smart_count: recipient.chases })}
            </Box>
          </>
        ) : null}
      </TableCell>
      <TableCell align="right" padding="none" className="no-print stack-tail">
        <RowMenu collection={collection} line={line} />
      </TableCell>
    </TableRow>
  );
});

export const RosterTable = ({ collection, lines, came, sheets, nothing, marked, onMark, sort, onSort }: Props) => {
  const translate = useTranslate();
  const { user } = useSession();
  const [drawn] = useGrowing(lines.length, `${sort} ${lines.length}`);
  const marks = collection.state === 'open' && mayUse(user.role, 'collections', 'chase');
  const state = useRef({ marked, onMark });
  state.current = { marked, onMark };
  const toggle = useRef((id: string) => {
    const next = new Set(state.current.marked);
    if (!next.delete(id)) next.add(id);
    state.current.onMark(next);
  }).current;
  if (lines.length === 0)
    return (
      <Message icon={InboxIcon} role="status" title={translate(`collection.roster.${nothing}`)}>
        <p>{translate(`collection.roster.${nothing}Text`)}</p>
      </Message>
    );
  const taken = lines.filter(({ recipient }) => marked.has(recipient.id)).length;
  const sortable = (by: Sort, label: string) => (
    <TableSortLabel active={sort === by} direction="asc" onClick={() => onSort(sort === by ? 'urgency' : by)}>
      {translate(label)}
    </TableSortLabel>
  );
  return (
    <TableContainer
      tabIndex={0}
      role="region"
      aria-label={translate('collection.tab.roster')}
      sx={{ position: 'relative' }}
    >
      <Table size="small" sx={{ minWidth: 860, '& td, & th': { verticalAlign: 'middle' }, ...stackedOnPhone }}>
        <TableHead>
          <TableRow>
            {marks ? (
              <TableCell padding="checkbox">
                <Checkbox
                  size="small"
                  checked={taken === lines.length}
                  indeterminate={taken > 0 && taken < lines.length}
                  onChange={(_, on) => onMark(on ? new Set(lines.map(({ recipient }) => recipient.id)) : new Set())}
                  slotProps={{ input: { 'aria-label': translate('collection.roster.markAll') } }}
                />
              </TableCell>
            ) : null}
            <TableCell aria-sort={sort === 'name' ? 'ascending' : 'none'}>
              {sortable('name', 'resources.recipients.fields.agencyId')}
            </TableCell>
            <TableCell>{translate('resources.recipients.fields.state')}</TableCell>
            <TableCell aria-sort={sort === 'returned' ? 'descending' : 'none'}>
              {sortable('returned', 'resources.recipients.fields.returnedAt')}
            </TableCell>
            <TableCell>{translate('resources.recipients.fields.sentAt')}</TableCell>
            <TableCell>{translate('resources.recipients.fields.chasedAt')}</TableCell>
            <TableCell className="no-print">
              <Box component="span" sx={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
                {translate('collection.roster.menu')}
              </Box>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.slice(0, drawn).map(line => (
            <Row
              key={line.recipient.id}
              collection={collection}
              line={line}
              came={came.get(line.recipient.id)}
              sheet={sheets.get(line.recipient.id)}
              marked={marked.has(line.recipient.id)}
              marks={marks}
              onToggle={toggle}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
