import {
  DataTable,
  ReferenceField,
  SelectInput,
  TextField,
  useGetManyAggregate,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { type Collection, dayInTaipei, ownStateOn, ownStates, type Recipient } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { RocDate, RocDateField, StateChip } from '../fields/index.ts';
import { ListPage, NameLink, NothingMatches, PhoneRows } from '../pages/index.ts';
import { BureauName } from './BureauName.tsx';
import { useUnsent } from './use-unsent.ts';

const filters = [
  <SelectInput
    key="ownState"
    source="ownState"
    choices={ownStates.map(id => ({ id, name: `states.recipient.${id}` }))}
    alwaysOn
    helperText={false}
  />,
];

/** The collection of a recipient; lists ask for all of theirs at once. */
const useCollectionOf = (recipient: Recipient | undefined): Collection | undefined => {
  const { data } = useGetManyAggregate<Collection>(
    'collections',
    { ids: recipient ? [recipient.collectionId] : [] },
    { enabled: recipient !== undefined },
  );
  return data?.[0];
};

const Standing = (_: { readonly source?: string }) => {
  const recipient = useRecordContext<Recipient>();
  const collection = useCollectionOf(recipient);
  const unsentOf = useUnsent();
  if (!recipient || !collection) return null;
  const state = ownStateOn(recipient, collection, dayInTaipei(new Date()), unsentOf(recipient.id));
  return <StateChip machine="recipient" state={state} />;
};

const Due = (_: { readonly source?: string }) => {
  const collection = useCollectionOf(useRecordContext<Recipient>());
  return collection ? <RocDate value={collection.dueDate} /> : null;
};

const Name = (_: { readonly source?: string }) => (
  <ReferenceField source="collectionId" reference="collections" link={false}>
    <TextField source="name" variant="body2" sx={{ fontWeight: 600 }} />
  </ReferenceField>
);

const Bureau = () => {
  const recipient = useRecordContext<Recipient>();
  return recipient ? <BureauName agencyId={recipient.bureauId} /> : null;
};

/** What is asked of us, the newest first. */
export const RecipientList = () => {
  const translate = useTranslate();
  const { user } = useSession();
  return (
    <ListPage
      title={translate('recipient.list')}
      filters={filters}
      filter={{ agencyId: user.agencyId }}
      sort={{ field: 'createdAt', order: 'DESC' }}
      phone={
        <PhoneRows<Recipient> title={() => <Name />}>
          <Standing />
          <span>
            {translate('resources.collections.fields.dueDate')} <Due />
          </span>
        </PhoneRows>
      }
    >
      <DataTable rowClick="show" bulkActionButtons={false} empty={<NothingMatches />}>
        <DataTable.Col source="collectionId" disableSort>
          <NameLink>
            <Name />
          </NameLink>
        </DataTable.Col>
        <DataTable.Col source="bureauId" disableSort>
          <Bureau />
        </DataTable.Col>
        <DataTable.Col source="state">
          <Standing />
        </DataTable.Col>
        <DataTable.Col source="dueDate" disableSort>
          <Due />
        </DataTable.Col>
        <DataTable.Col source="returnedAt">
          <RocDateField source="returnedAt" />
        </DataTable.Col>
      </DataTable>
    </ListPage>
  );
};

export default RecipientList;
