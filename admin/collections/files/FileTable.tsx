import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import InboxIcon from '@mui/icons-material/InboxOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useLocaleState, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type CollectionFile, say } from '../../../sync/model/index.ts';
import { RocDate } from '../../fields/index.ts';
import { Message } from '../../layout/index.ts';
import { useGrowing } from '../../merge-preview/use-growing.ts';
import { stackedOnPhone } from '../../pages/stacked-rows.ts';
import { asLocale } from '../../words/i18n.ts';
import { StandingChip } from './StandingChip.tsx';
import { canBeRejected, type Standing, toldDoubts } from './standing.ts';

interface Props {
  readonly files: readonly CollectionFile[];
  readonly nothing: 'none' | 'noneFound';
  readonly nameOf: (recipientId: string | null) => string;
  readonly standingOf: (file: CollectionFile) => Standing;
  /** Undefined for who may not say whose a file is. */
  readonly onWhose: ((file: CollectionFile) => void) | undefined;
  /** Ids of those that are chosen; undefined where nothing is done with several. */
  readonly marked: ReadonlySet<string> | undefined;
  readonly onMark: (marked: ReadonlySet<string>) => void;
}

const numbers = ['changes', 'unsettled', 'notReturned', 'strays'] as const;

/** What is in a file, or why nothing is, and what to do about it. */
const Told = ({ file }: { readonly file: CollectionFile }) => {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  if (file.state === 'waiting') return null;
  if (file.state === 'rejected') return <span>{file.stateReason}</span>;
  if (file.problem) return <span>{say(file.problem.code, asLocale(locale), file.problem.params)}</span>;
  const present = numbers.filter(kind => file.counts[kind] > 0);
  const doubts = file.state === 'read' ? toldDoubts(file.doubts) : [];
  return (
    <>
      <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
        {present.length === 0 ? <span>{translate('exchange.counts.nothing')}</span> : null}
        {present.map(kind => (
          <Box component="span" key={kind} sx={{ whiteSpace: 'nowrap' }}>
            {translate(`exchange.counts.${kind}`, { smart_count: file.counts[kind] })}
          </Box>
        ))}
      </Box>
      {doubts.length > 0 ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
          {doubts.map(doubt => translate(`collection.doubt.${doubt}`)).join(translate('collection.and'))}
        </Box>
      ) : null}
    </>
  );
};

const Row = ({
  file,
  nameOf,
  standingOf,
  onWhose,
  marked,
  onMark,
}: Omit<Props, 'files' | 'nothing'> & { readonly file: CollectionFile }) => {
  const translate = useTranslate();
  const toggle = () => {
    const next = new Set(marked);
    if (!next.delete(file.id)) next.add(file.id);
    onMark(next);
  };
  const standing = standingOf(file);
  const name = nameOf(file.recipientId);
  return (
    <TableRow hover selected={marked?.has(file.id) ?? false}>
      {marked ? (
        <TableCell padding="checkbox" className={canBeRejected(file) ? 'stack-lead' : ''}>
          {canBeRejected(file) ? (
            <Checkbox
              size="small"
              checked={marked.has(file.id)}
              onChange={toggle}
              slotProps={{ input: { 'aria-label': translate('collection.reject.mark', { name: file.fileName }) } }}
            />
          ) : null}
        </TableCell>
      ) : null}
      <TableCell sx={{ overflowWrap: 'anywhere', minWidth: 220 }}>
        <Link component={RouterLink} to={`/collectionFiles/${file.id}/show`} sx={{ fontWeight: 600 }}>
          {file.fileName}
        </Link>
      </TableCell>
      <TableCell>
        <StandingChip standing={standing} />
      </TableCell>
      <TableCell sx={{ minWidth: 180 }}>
        {name}
        {file.recognisedBy ? (
          <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {translate(`collection.by.${file.recognisedBy}`)}
          </Box>
        ) : null}
        {standing === 'unknown' && onWhose ? (
          <Button
            size="small"
            variant="outlined"
            onClick={() => onWhose(file)}
            aria-label={translate('collection.whose.openFor', { name: file.fileName })}
          >
            {translate('collection.whose.open')}
          </Button>
        ) : null}
      </TableCell>
      <TableCell sx={{ minWidth: 200 }}>
        <Told file={file} />
      </TableCell>
      <TableCell data-label={translate('resources.collectionFiles.fields.createdAt')}>
        <RocDate value={file.createdAt} />
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{translate(`collection.way.${file.via}`)}</Box>
      </TableCell>
      <TableCell padding="none" className="no-print stack-tail">
        <IconButton
          size="small"
          component="a"
          href={`/api/collectionFiles/${encodeURIComponent(file.id)}/file`}
          download={file.fileName}
          aria-label={translate('collection.files.download', { name: file.fileName })}
        >
          <DownloadIcon fontSize="small" />
        </IconButton>
      </TableCell>
    </TableRow>
  );
};

/** Files that came, what asks for a person first. */
export const FileTable = ({ files, nothing, marked, onMark, ...row }: Props) => {
  const translate = useTranslate();
  const [drawn] = useGrowing(files.length, String(files.length));
  if (files.length === 0)
    return (
      <Message icon={InboxIcon} role="status" title={translate(`collection.files.${nothing}`)}>
        <p>{translate(`collection.files.${nothing}Text`)}</p>
      </Message>
    );
  const choosable = files.filter(canBeRejected);
  const chosen = choosable.filter(({ id }) => marked?.has(id)).length;
  const heads = ['fileName', 'state', 'recipientId', 'counts', 'createdAt'] as const;
  return (
    <TableContainer
      tabIndex={0}
      role="region"
      aria-label={translate('collection.tab.files')}
      sx={{ position: 'relative' }}
    >
      <Table size="small" sx={{ minWidth: 860, ...stackedOnPhone }}>
        <TableHead>
          <TableRow>
            {marked ? (
              <TableCell padding="checkbox">
                <Checkbox
                  size="small"
                  disabled={choosable.length === 0}
                  checked={chosen > 0 && chosen === choosable.length}
                  indeterminate={chosen > 0 && chosen < choosable.length}
                  onChange={(_, on) => onMark(on ? new Set(choosable.map(({ id }) => id)) : new Set())}
                  slotProps={{ input: { 'aria-label': translate('collection.reject.markAll') } }}
                />
              </TableCell>
            ) : null}
            {heads.map(head => (
              <TableCell key={head}>{translate(`resources.collectionFiles.fields.${head}`)}</TableCell>
            ))}
            <TableCell className="no-print">
              <Box component="span" sx={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
                {translate('exchange.downloadOriginal')}
              </Box>
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {files.slice(0, drawn).map(file => (
            <Row key={file.id} file={file} marked={marked} onMark={onMark} {...row} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
