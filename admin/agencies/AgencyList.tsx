import ChildIcon from '@mui/icons-material/SubdirectoryArrowRightOutlined';
import Box from '@mui/material/Box';
import { DataTable, type GetListResult, SearchInput, useTranslate } from 'react-admin';
import type { Agency } from '../../sync/model/index.ts';
import { AgencyField, EnabledField, RocDateField } from '../fields/index.ts';
import { ListPage, NameLink, NothingMatches, PhoneRows, useExporter } from '../pages/index.ts';
import { type Ranked, ranked } from './hierarchy.ts';

const filters = [<SearchInput key="q" source="q" alwaysOn helperText={false} />];
const all = 1000;

const Name = ({ agency }: { readonly agency: Ranked }) => (
  <Box component="span" sx={{ pl: agency.depth * 2.5, display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
    {agency.depth > 0 ? <ChildIcon aria-hidden fontSize="small" sx={{ color: 'text.secondary' }} /> : null}
    <NameLink />
  </Box>
);

const inRank = (page: GetListResult<Agency>): GetListResult<Agency> => ({ ...page, data: [...ranked(page.data)] });

export const AgencyList = () => {
  const translate = useTranslate();
  const exporter = useExporter<Agency>('agencies', [
    { source: 'name', text: a => a.name },
    { source: 'state', text: a => translate(`states.record.${a.disabled ? 'disabled' : 'enabled'}`) },
  ]);
  return (
    <ListPage
      filters={filters}
      perPage={all}
      pagination={false}
      sort={{ field: 'name', order: 'ASC' }}
      exporter={exporter}
      queryOptions={{ select: inRank }}
      phone={
        <PhoneRows<Agency> title={agency => agency.name}>
          <EnabledField />
        </PhoneRows>
      }
    >
      <DataTable rowClick="show" bulkActionButtons={false} empty={<NothingMatches />} hiddenColumns={['updatedAt']}>
        <DataTable.Col source="name" disableSort render={(agency: Ranked) => <Name agency={agency} />} />
        <DataTable.Col source="parentId" disableSort sx={{ minWidth: '12em' }}>
          <AgencyField source="parentId" />
        </DataTable.Col>
        <DataTable.Col source="disabled" label="resources.agencies.fields.state" disableSort>
          <EnabledField />
        </DataTable.Col>
        <DataTable.Col source="updatedAt" disableSort>
          <RocDateField source="updatedAt" />
        </DataTable.Col>
      </DataTable>
    </ListPage>
  );
};

export default AgencyList;
