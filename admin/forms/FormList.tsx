import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import NoticeIcon from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import { useState } from 'react';
import {
  AutocompleteInput,
  DataTable,
  RecordContextProvider,
  ReferenceField,
  ReferenceInput,
  SearchInput,
  TextField,
  useGetMany,
  useListContext,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import type { Form, Unit } from '../../sync/model/index.ts';
import { sizeText } from '../evidence/format.ts';
import { RocDateField, UserField } from '../fields/index.ts';
import { Issues } from '../merge-preview/Issues.tsx';
import { ListPage, NothingMatches } from '../pages/index.ts';
import { fileOf } from './download.ts';

const filters = [
  <SearchInput key="q" source="q" alwaysOn helperText={false} />,
  <ReferenceInput key="roundId" source="roundId" reference="rounds" sort={{ field: 'dueDate', order: 'DESC' }} alwaysOn>
    <AutocompleteInput optionText="title" label="resources.forms.fields.roundId" helperText={false} />
  </ReferenceInput>,
];

interface FieldProps {
  readonly source?: string;
  readonly label?: string;
}

const UnitsField = (_: FieldProps) => {
  const translate = useTranslate();
  const form = useRecordContext<Form>();
  const { data } = useGetMany<Unit>('units', { ids: form?.unitIds ?? [] });
  if (!form) return null;
  if (form.unitIds.length === 0) return <span>{translate('forms.everyUnit')}</span>;
  return <span>{data?.map(unit => unit.name).join(translate('fields.and')) ?? ''}</span>;
};

const DownloadField = (_: FieldProps) => {
  const translate = useTranslate();
  const form = useRecordContext<Form>();
  return form ? (
    <Button
      component="a"
      href={fileOf(form)}
      download={form.name}
      size="small"
      startIcon={<DownloadIcon />}
      aria-label={`${translate('forms.download')} ${form.name}`}
      sx={{ whiteSpace: 'nowrap' }}
    >
      {translate('forms.download')}
    </Button>
  ) : null;
};

const TemplateName = (_: FieldProps) => {
  const translate = useTranslate();
  const form = useRecordContext<Form>();
  if (form?.templateId == null) return <span>{translate('forms.own')}</span>;
  return (
    <ReferenceField source="templateId" reference="templates" link="show">
      <TextField source="name" variant="body2" />
    </ReferenceField>
  );
};

/** Opens what was noticed while the form was written. */
const NoticesField = (_: FieldProps) => {
  const translate = useTranslate();
  const form = useRecordContext<Form>();
  const [open, setOpen] = useState(false);
  if (!form || form.notices.length === 0) return null;
  const word = translate('forms.noticesOf', { count: form.notices.length });
  return (
    <>
      <Button
        size="small"
        color="warning"
        startIcon={<NoticeIcon />}
        aria-label={`${translate('resources.forms.fields.notices')} ${word} ${form.name}`}
        onClick={() => setOpen(true)}
        sx={{ whiteSpace: 'nowrap' }}
      >
        {word}
      </Button>
      {open ? (
        <Dialog open onClose={() => setOpen(false)} fullWidth maxWidth="md" aria-label={form.name}>
          <DialogContent>
            <Issues title="forms.notices" issues={form.notices} />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{translate('ra.action.close')}</Button>
          </DialogActions>
        </Dialog>
      ) : null}
    </>
  );
};

const RoundName = (_: FieldProps) => (
  <ReferenceField source="roundId" reference="rounds" link={false}>
    <TextField source="title" variant="body2" />
  </ReferenceField>
);

const PhoneForms = () => {
  const translate = useTranslate();
  const { data } = useListContext<Form>();
  if (data?.length === 0) return <NothingMatches />;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data?.map(form => (
        <RecordContextProvider key={form.id} value={form}>
          <Box component="li" sx={{ px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
            <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{form.name}</Box>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, color: 'text.secondary' }}>
              <span>{translate('forms.rowsOf', { count: form.rowCount })}</span>
              <UnitsField />
              <RocDateField source="createdAt" />
            </Box>
            <DownloadField />
            <NoticesField />
          </Box>
        </RecordContextProvider>
      ))}
    </Box>
  );
};

/** 發出的表單: which round, how many rows, when and by whom, and the workbook again. */
export const FormList = () => (
  <ListPage filters={filters} sort={{ field: 'createdAt', order: 'DESC' }} phone={<PhoneForms />}>
    <DataTable
      rowClick={false}
      bulkActionButtons={false}
      empty={<NothingMatches />}
      hiddenColumns={['size', 'issuedBy']}
    >
      <DataTable.Col
        source="name"
        sx={{ minWidth: 200 }}
        render={(form: Form) => <Box sx={{ fontWeight: 600 }}>{form.name}</Box>}
      />
      <DataTable.Col source="roundId" disableSort sx={{ minWidth: 140 }}>
        <RoundName />
      </DataTable.Col>
      <DataTable.NumberCol source="rowCount" />
      <DataTable.Col source="unitIds" disableSort>
        <UnitsField />
      </DataTable.Col>
      <DataTable.Col source="templateId" disableSort>
        <TemplateName />
      </DataTable.Col>
      <DataTable.Col source="createdAt">
        <RocDateField source="createdAt" />
      </DataTable.Col>
      <DataTable.Col source="notices" disableSort>
        <NoticesField />
      </DataTable.Col>
      <DataTable.Col source="issuedBy" disableSort>
        <UserField source="issuedBy" />
      </DataTable.Col>
      <DataTable.Col source="size" align="right" render={(form: Form) => sizeText(form.size)} />
      <DataTable.Col label="forms.download" disableSort>
        <DownloadField />
      </DataTable.Col>
    </DataTable>
  </ListPage>
);

export default FormList;
