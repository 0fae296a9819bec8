import { DataTable, SearchInput, useNotify, useRecordContext, useRedirect, useTranslate } from 'react-admin';
import type { Template } from '../../sync/model/index.ts';
import { mayUse, useSession } from '../data/index.ts';
import { sizeText } from '../evidence/format.ts';
import { RocDateField } from '../fields/index.ts';
import { DropZone } from '../pages/DropZone.tsx';
import { ListPage, NameLink, NothingMatches, PhoneRows } from '../pages/index.ts';
import { Comings } from './upload/Comings.tsx';
import { isRenamed, useUploading } from './upload/use-uploading.ts';

const filters = [<SearchInput key="q" source="q" alwaysOn helperText={false} />];
const kinds = '.xlsx,.xlsm,.ods,.fods,.xls,.xlsb';

const Uploading = () => {
  const redirect = useRedirect();
  const notify = useNotify();
  const { coming, send, mend, cancel, busy } = useUploading((template, file) => {
    if (isRenamed(template, file))
      notify('templates.upload.renamed', { type: 'info', messageArgs: { name: template.name } });
    redirect('show', 'templates', template.id);
  });
  return (
    <>
      <DropZone words="templates.upload" kinds={kinds} busy={busy} onFiles={files => void send(files)} />
      <Comings coming={coming} busy={busy} onCancel={cancel} onMend={(one, remedy) => void mend(one, remedy)} />
    </>
  );
};

const RowsOf = () => {
  const translate = useTranslate();
  const template = useRecordContext<Template>();
  return template ? <span>{translate('templates.rowsOf', { count: template.rowCount })}</span> : null;
};

/** 範本: the forms of others, dropped here, and every one that was understood before. */
export const TemplateList = () => {
  const { user } = useSession();
  return (
    <>
      {mayUse(user.role, 'templates', 'create') ? <Uploading /> : null}
      <ListPage
        filters={filters}
        sort={{ field: 'updatedAt', order: 'DESC' }}
        phone={
          <PhoneRows<Template> title={template => template.name}>
            <RowsOf />
            <RocDateField source="updatedAt" />
          </PhoneRows>
        }
      >
        <DataTable
          rowClick="show"
          bulkActionButtons={false}
          empty={<NothingMatches />}
          hiddenColumns={['createdAt', 'size']}
        >
          <DataTable.Col source="name">
            <NameLink />
          </DataTable.Col>
          <DataTable.NumberCol source="rowCount" />
          <DataTable.Col source="format" render={(template: Template) => `.${template.format}`} />
          <DataTable.Col source="fileName" />
          <DataTable.Col source="updatedAt">
            <RocDateField source="updatedAt" />
          </DataTable.Col>
          <DataTable.Col source="createdAt">
            <RocDateField source="createdAt" />
          </DataTable.Col>
          <DataTable.Col source="size" align="right" render={(template: Template) => sizeText(template.size)} />
        </DataTable>
      </ListPage>
    </>
  );
};

export default TemplateList;
