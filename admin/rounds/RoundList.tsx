import {
  AutocompleteInput,
  DataTable,
  NumberInput,
  ReferenceField,
  ReferenceInput,
  SearchInput,
  SelectInput,
  TextField,
  useTranslate,
} from 'react-admin';
import { type Round, roundKinds, roundStates } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { AgencyField, RocDateField, rocText, StateField, useMonthName } from '../fields/index.ts';
import { ListPage, NameLink, NothingMatches, PhoneRows, useExporter } from '../pages/index.ts';

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <SelectInput
    key="state"
    source="state"
    choices={roundStates.map(id => ({ id, name: `states.round.${id}` }))}
    alwaysOn
  />,
  <ReferenceInput key="planId" source="planId" reference="plans" sort={{ field: 'year', order: 'DESC' }} alwaysOn>
    <AutocompleteInput
      optionText="title"
      label="resources.rounds.fields.planId"
      sx={{ width: { xs: '100%', sm: '22em' } }}
    />
  </ReferenceInput>,
  <SelectInput key="kind" source="kind" choices={roundKinds.map(id => ({ id, name: `roundKinds.${id}` }))} />,
  <NumberInput key="year" source="year" />,
];

export const RoundList = () => {
  const translate = useTranslate();
  const nameOf = useMonthName();
  const { isBureau } = useSession();
  const exporter = useExporter<Round>('rounds', [
    { source: 'title', text: round => round.title },
    { source: 'kind', text: round => translate(`roundKinds.${round.kind}`) },
    { source: 'dueDate', text: round => rocText(round.dueDate) },
    { source: 'state', text: round => translate(`states.round.${round.state}`) },
  ]);
  return (
    <ListPage
      filters={filters}
      sort={{ field: 'dueDate', order: 'DESC' }}
      exporter={exporter}
      phone={
        <PhoneRows<Round> title={round => round.title}>
          <StateField machine="round" />
          <RocDateField source="dueDate" />
        </PhoneRows>
      }
    >
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<NothingMatches />}
        hiddenColumns={['year', 'updatedAt', ...(isBureau ? [] : ['agencyId'])]}
      >
        <DataTable.Col source="title">
          <NameLink source="title" />
        </DataTable.Col>
        <DataTable.Col source="agencyId">
          <AgencyField />
        </DataTable.Col>
        <DataTable.Col source="planId" disableSort>
          <ReferenceField source="planId" reference="plans" link={false}>
            <TextField source="title" variant="body2" />
          </ReferenceField>
        </DataTable.Col>
        <DataTable.Col source="kind" render={(round: Round) => translate(`roundKinds.${round.kind}`)} />
        <DataTable.Col source="year" />
        <DataTable.Col
          source="month"
          render={(round: Round) => translate('fields.month', { month: nameOf(round.month) })}
        />
        <DataTable.Col source="dueDate">
          <RocDateField source="dueDate" />
        </DataTable.Col>
        <DataTable.Col source="state">
          <StateField machine="round" />
        </DataTable.Col>
        <DataTable.Col source="updatedAt">
          <RocDateField source="updatedAt" />
        </DataTable.Col>
      </DataTable>
    </ListPage>
  );
};

export default RoundList;
