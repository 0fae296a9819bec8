import KeysIcon from '@mui/icons-material/VpnKeyOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import {
  DataTable,
  FunctionField,
  SearchInput,
  SelectInput,
  TextField,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { Link } from 'react-router-dom';
import { type Packet, packageKinds, packageStates } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { RocDateField, rocText, StateField, UserField } from '../fields/index.ts';
import { DropZone } from '../pages/DropZone.tsx';
import { ListPage, NameLink, NothingMatches, PhoneRows, useExporter } from '../pages/index.ts';
import { Receipts } from './Receipts.tsx';
import { useReceiving } from './use-receiving.ts';

const filters = [
  <SearchInput key="q" source="q" alwaysOn helperText={false} />,
  <SelectInput
    key="direction"
    source="direction"
    choices={['sent', 'received'].map(id => ({ id, name: `packages.directions.${id}` }))}
    alwaysOn
    helperText={false}
  />,
  <SelectInput
    key="state"
    source="state"
    choices={packageStates.map(id => ({ id, name: `states.package.${id}` }))}
    helperText={false}
  />,
  <SelectInput
    key="kind"
    source="kind"
    choices={packageKinds.map(id => ({ id, name: `packages.kinds.${id}` }))}
    helperText={false}
  />,
];

const Receiving = () => {
  const { sent, send, sendAgain, busy } = useReceiving();
  return (
    <>
      <DropZone words="packages.receive" kinds=".zip" busy={busy} onFiles={files => void send(files)} />
      <Receipts files={sent} onAgain={() => void sendAgain()} />
    </>
  );
};

const shown = ['unsettled', 'fresh', 'changes', 'conflicts'] as const;

/** What a package holds, in a few words: only what there is. */
const Counts = (_: { readonly source?: string; readonly label?: string }) => {
  const translate = useTranslate();
  const packet = useRecordContext<Packet>();
  if (!packet || packet.state === 'refused') return null;
  const { counts, direction, state } = packet;
  const words =
    direction === 'sent'
      ? (['rows', 'files'] as const).filter(kind => counts[kind] > 0)
      : shown.filter(kind => counts[kind] > 0 && (kind !== 'unsettled' || state === 'previewed'));
  if (words.length === 0) return <span>{translate('packages.counts.nothing')}</span>;
  return (
    <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
      {words.map(kind => (
        <Box
          component="span"
          key={kind}
          sx={{ whiteSpace: 'nowrap', ...(kind === 'unsettled' ? { color: 'error.main', fontWeight: 700 } : {}) }}
        >
          {translate(`packages.counts.${kind}`, { smart_count: counts[kind] })}
        </Box>
      ))}
    </Box>
  );
};

const Word = ({
  branch,
  field,
}: {
  readonly branch: string;
  readonly field: 'direction' | 'kind';
  readonly source?: string;
}) => {
  const translate = useTranslate();
  return <FunctionField<Packet> render={packet => translate(`packages.${branch}.${packet[field] ?? 'unknown'}`)} />;
};

const Rows = () => (
  <DataTable rowClick="show" bulkActionButtons={false} empty={<NothingMatches />} hiddenColumns={['appliedAt']}>
    <DataTable.Col source="direction">
      <Word branch="directions" field="direction" />
    </DataTable.Col>
    <DataTable.Col source="state" disableSort>
      <StateField machine="package" />
    </DataTable.Col>
    <DataTable.Col source="title">
      <Title />
    </DataTable.Col>
    <DataTable.Col source="kind">
      <Word branch="kinds" field="kind" />
    </DataTable.Col>
    <DataTable.Col source="peerName">
      <TextField source="peerName" variant="body2" />
    </DataTable.Col>
    <DataTable.Col source="counts" disableSort>
      <Counts />
    </DataTable.Col>
    <DataTable.Col source="createdAt">
      <RocDateField source="createdAt" />
    </DataTable.Col>
    <DataTable.Col source="handledBy" disableSort>
      <UserField source="handledBy" />
    </DataTable.Col>
    <DataTable.Col source="appliedAt">
      <RocDateField source="appliedAt" />
    </DataTable.Col>
  </DataTable>
);

/** A package of which nothing could be read is called by its file. */
const Title = (_: { readonly source?: string }) => (
  <NameLink source={useRecordContext<Packet>()?.title ? 'title' : 'fileName'} />
);

/** 封包交換: packages are dropped here, and every one that went or came stands below. */
export const PackageList = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const exporter = useExporter<Packet>('packages', [
    { source: 'direction', text: p => translate(`packages.directions.${p.direction}`) },
    { source: 'state', text: p => translate(`states.package.${p.state}`) },
    { source: 'title', text: p => p.title },
    { source: 'kind', text: p => translate(`packages.kinds.${p.kind ?? 'unknown'}`) },
    { source: 'peerName', text: p => p.peerName },
    { source: 'fingerprint', text: p => p.fingerprint ?? '' },
    { source: 'createdAt', text: p => rocText(p.createdAt) },
    { source: 'appliedAt', text: p => (p.appliedAt ? rocText(p.appliedAt) : '') },
  ]);
  return (
    <>
      {mayUse(user.role, 'packages', 'receive') ? <Receiving /> : null}
      <ListPage
        filters={filters}
        sort={{ field: 'createdAt', order: 'DESC' }}
        exporter={exporter}
        more={
          <Button component={Link} to="/packages/keys" size="small" startIcon={<KeysIcon />}>
            {translate('packages.toKeys')}
          </Button>
        }
        phone={
          <PhoneRows<Packet> title={packet => packet.title || packet.fileName}>
            <StateField machine="package" />
            <Word branch="directions" field="direction" />
            <Counts />
            <RocDateField source="createdAt" />
          </PhoneRows>
        }
      >
        <Rows />
      </ListPage>
    </>
  );
};

export default PackageList;
