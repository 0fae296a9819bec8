import AssignIcon from '@mui/icons-material/AssignmentIndOutlined';
import InboxIcon from '@mui/icons-material/InboxOutlined';
import Link from '@mui/material/Link';
import {
  AutocompleteInput,
  Button,
  DataTable,
  ReferenceField,
  ReferenceInput,
  SelectInput,
  TextField,
  useCanAccess,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type Assignment, assignmentStates, parts } from '../../sync/model/index.ts';
import { RocDateField, StateField, UnitField, UserField } from '../fields/index.ts';
import { Message } from '../layout/Message.tsx';
import { ListPage, NothingMatches, PhoneRows } from '../pages/index.ts';
import { ItemName } from './ItemName.tsx';
import { ManyActions } from './ManyActions.tsx';
import { TransferButton } from './TransferButton.tsx';
import { useAssignmentExporter } from './use-assignment-exporter.ts';

/** What can be done to the chosen rows lies over the table's headings, so that nothing moves under the pointer. */
const overHeadings = {
  '& .RaBulkActionsToolbar-toolbar:not(.RaBulkActionsToolbar-collapsed)': {
    transform: 'none',
    minHeight: 38,
    height: 38,
    bgcolor: 'background.paper',
    borderBottom: 1,
    borderColor: 'divider',
    color: 'text.primary',
  },
  '& .RaBulkActionsToolbar-topToolbar': { p: 0 },
} as const;

const byName = { field: 'name', order: 'ASC' } as const;

const filters = [
  <ReferenceInput key="planId" source="planId" reference="plans" sort={{ field: 'year', order: 'DESC' }} alwaysOn>
    <AutocompleteInput
      optionText="title"
      label="resources.assignments.fields.planId"
      sx={{ width: { xs: '100%', sm: '18em' } }}
    />
  </ReferenceInput>,
  <ReferenceInput key="unitId" source="unitId" reference="units" sort={{ field: 'position', order: 'ASC' }} alwaysOn>
    <AutocompleteInput optionText="name" label="resources.assignments.fields.unitId" />
  </ReferenceInput>,
  <SelectInput
    key="state"
    source="state"
    choices={assignmentStates.map(id => ({ id, name: `states.assignment.${id}` }))}
    alwaysOn
  />,
  <ReferenceInput key="officerId" source="officerId" reference="users" sort={byName}>
    <AutocompleteInput optionText="name" label="resources.assignments.fields.officerId" />
  </ReferenceInput>,
  <SelectInput key="part" source="part" choices={parts.map(id => ({ id, name: `parts.${id}` }))} />,
];

const BulkButton = ({ prominent = false }: { readonly prominent?: boolean }) => {
  const { canAccess } = useCanAccess({ resource: 'assignments', action: 'create' });
  return canAccess ? (
    <Button
      component={RouterLink}
      to="/assignments/bulk"
      variant={prominent ? 'contained' : 'text'}
      label="assignments.bulk"
    >
      <AssignIcon />
    </Button>
  ) : null;
};

const NoAssignments = () => {
  const translate = useTranslate();
  const name = translate('resources.assignments.name', { smart_count: 2 });
  return (
    <Message icon={InboxIcon} title={translate('shell.empty.title', { name })} actions={<BulkButton prominent />}>
      <p>{translate('resources.assignments.empty')}</p>
    </Message>
  );
};

/** The item as the link to the assignment, so that the list can be walked with the keyboard. */
const ItemLink = () => {
  const assignment = useRecordContext<Assignment>();
  if (!assignment) return null;
  return (
    <Link
      component={RouterLink}
      to={`/assignments/${assignment.id}/show`}
      onClick={event => event.stopPropagation()}
      sx={{ display: 'block', minWidth: '18em' }}
    >
      <ItemName />
    </Link>
  );
};

const PartField = () => {
  const translate = useTranslate();
  const assignment = useRecordContext<Assignment>();
  return assignment ? translate(`parts.${assignment.part}`) : null;
};

export const AssignmentList = () => (
  <ListPage
    filters={filters}
    exporter={useAssignmentExporter()}
    sort={{ field: 'createdAt', order: 'ASC' }}
    empty={<NoAssignments />}
    more={
      <>
        <TransferButton />
        <BulkButton prominent />
      </>
    }
    phone={
      <PhoneRows<Assignment> title={() => <ItemName />}>
        <UnitField />
        <StateField machine="assignment" />
        <UserField />
      </PhoneRows>
    }
  >
    <DataTable
      rowClick="show"
      bulkActionButtons={<ManyActions />}
      empty={<NothingMatches />}
      hiddenColumns={['planId', 'updatedAt']}
      sx={overHeadings}
    >
      <DataTable.Col source="planItemId" disableSort>
        <ItemLink />
      </DataTable.Col>
      <DataTable.Col source="planId" disableSort>
        <ReferenceField source="planId" reference="plans" link={false}>
          <TextField source="title" variant="body2" />
        </ReferenceField>
      </DataTable.Col>
      <DataTable.Col source="unitId">
        <UnitField />
      </DataTable.Col>
      <DataTable.Col source="part">
        <PartField />
      </DataTable.Col>
      <DataTable.Col source="officerId" disableSort>
        <UserField />
      </DataTable.Col>
      <DataTable.Col source="state">
        <StateField machine="assignment" />
      </DataTable.Col>
      <DataTable.Col source="updatedAt">
        <RocDateField source="updatedAt" />
      </DataTable.Col>
    </DataTable>
  </ListPage>
);

export default AssignmentList;
