import AccountsIcon from '@mui/icons-material/ManageAccountsOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { DataTable, ReferenceField, SearchInput, SelectInput, TextField, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { type SheetConnection, sheetStates } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { RocDateField, rocText, StateField } from '../fields/index.ts';
import { ListPage, NameLink, NothingMatches, PhoneRows, useExporter } from '../pages/index.ts';

const filters = [
  <SearchInput key="q" source="q" alwaysOn helperText={false} />,
  <SelectInput
    key="state"
    source="state"
    choices={sheetStates.map(id => ({ id, name: `states.sheet.${id}` }))}
    alwaysOn
    helperText={false}
  />,
];

/** 線上試算表: every spreadsheet that was published, and how it stands. */
export const SheetList = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const exporter = useExporter<SheetConnection>('sheets', [
    { source: 'name', text: sheet => sheet.name },
    { source: 'state', text: sheet => translate(`states.sheet.${sheet.state}`) },
    { source: 'waiting', text: sheet => String(sheet.waiting) },
    { source: 'lastSyncAt', text: sheet => (sheet.lastSyncAt ? rocText(sheet.lastSyncAt) : '') },
    { source: 'url', text: sheet => sheet.url ?? '' },
  ]);
  return (
    <>
      {mayUse(user.role, 'sheetAccounts', 'create') ? (
        <Box sx={{ mb: 1 }}>
          <Button component={Link} to="/sheetAccounts" startIcon={<AccountsIcon />}>
            {translate('sheets.accounts.title')}
          </Button>
        </Box>
      ) : null}
      <ListPage
        filters={filters}
        sort={{ field: 'createdAt', order: 'DESC' }}
        exporter={exporter}
        phone={
          <PhoneRows<SheetConnection> title={sheet => sheet.name}>
            <StateField machine="sheet" />
            <RocDateField source="lastSyncAt" empty="sheets.notYet" />
          </PhoneRows>
        }
      >
        <DataTable rowClick="show" bulkActionButtons={false} empty={<NothingMatches />} hiddenColumns={['createdAt']}>
          <DataTable.Col source="state" disableSort>
            <StateField machine="sheet" />
          </DataTable.Col>
          <DataTable.Col source="name">
            <NameLink source="name" />
          </DataTable.Col>
          <DataTable.Col source="roundId" disableSort>
            <ReferenceField source="roundId" reference="rounds" link={false} empty={<span />}>
              <TextField source="title" variant="body2" />
            </ReferenceField>
          </DataTable.Col>
          <DataTable.NumberCol source="waiting" />
          <DataTable.Col source="lastSyncAt">
            <RocDateField source="lastSyncAt" empty="sheets.notYet" />
          </DataTable.Col>
          <DataTable.Col source="nextSyncAt">
            <RocDateField source="nextSyncAt" empty="sheets.never" />
          </DataTable.Col>
          <DataTable.Col source="createdAt">
            <RocDateField source="createdAt" />
          </DataTable.Col>
        </DataTable>
      </ListPage>
    </>
  );
};

export default SheetList;
