import SkeletonIcon from '@mui/icons-material/AccountTreeOutlined';
import InboxIcon from '@mui/icons-material/InboxOutlined';
import ImportIcon from '@mui/icons-material/UploadFileOutlined';
import {
  Button,
  CreateButton,
  DataTable,
  NumberInput,
  ReferenceManyCount,
  SearchInput,
  SelectInput,
  useCanAccess,
  useTranslate,
} from 'react-admin';
import { Link } from 'react-router-dom';
import { type Plan, planStates } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { AgencyField, RocDateField, rocText, StateField } from '../fields/index.ts';
import { Message } from '../layout/Message.tsx';
import { ListPage, NameLink, NothingMatches, PhoneRows, useExporter } from '../pages/index.ts';

const filters = [
  <SearchInput key="q" source="q" alwaysOn />,
  <NumberInput key="year" source="year" alwaysOn />,
  <SelectInput
    key="state"
    source="state"
    choices={planStates.map(id => ({ id, name: `states.plan.${id}` }))}
    alwaysOn
  />,
];

const ImportButton = ({ prominent = false }: { readonly prominent?: boolean }) => {
  const { canAccess } = useCanAccess({ resource: 'plans', action: 'create' });
  return canAccess ? (
    <Button component={Link} to="/plans/import" variant={prominent ? 'contained' : 'text'} label="plans.importFile">
      <ImportIcon />
    </Button>
  ) : null;
};

const SkeletonButton = () => {
  const { canAccess } = useCanAccess({ resource: 'plans', action: 'create' });
  return canAccess ? (
    <Button component={Link} to="/plans/skeleton" label="skeleton.open">
      <SkeletonIcon />
    </Button>
  ) : null;
};

const NoPlans = () => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'plans', action: 'create' });
  const name = translate('resources.plans.name', { smart_count: 2 });
  return (
    <Message
      icon={InboxIcon}
      title={translate('shell.empty.title', { name })}
      actions={
        canAccess ? (
          <>
            <ImportButton prominent />
            <SkeletonButton />
            <CreateButton variant="outlined" />
          </>
        ) : null
      }
    >
      {canAccess ? <p>{translate('resources.plans.empty')}</p> : null}
    </Message>
  );
};

interface CountProps {
  readonly of: 'planItems' | 'assignments';
  readonly words: string;
}

/** How many rows of a resource a plan has, with their unit. */
const Count = ({ of, words }: CountProps) => {
  const translate = useTranslate();
  const [before = '', after = ''] = translate(words, { count: '#' }).split('#');
  return (
    <span>
      {before}
      <ReferenceManyCount reference={of} target="planId" sx={{ fontSize: 'inherit', lineHeight: 'inherit' }} />
      {after}
    </span>
  );
};

export const PlanList = () => {
  const translate = useTranslate();
  const { isBureau } = useSession();
  const exporter = useExporter<Plan>('plans', [
    { source: 'year', text: plan => String(plan.year) },
    { source: 'title', text: plan => plan.title },
    { source: 'state', text: plan => translate(`states.plan.${plan.state}`) },
    { source: 'documentDate', text: plan => (plan.documentDate ? rocText(plan.documentDate) : '') },
    { source: 'documentNumber', text: plan => plan.documentNumber ?? '' },
  ]);
  return (
    <ListPage
      filters={filters}
      sort={{ field: 'year', order: 'DESC' }}
      exporter={exporter}
      empty={<NoPlans />}
      more={
        <>
          <ImportButton />
          <SkeletonButton />
        </>
      }
      phone={
        <PhoneRows<Plan> title={plan => plan.title}>
          <StateField machine="plan" />
          <Count of="planItems" words="plans.items" />
        </PhoneRows>
      }
    >
      <DataTable
        rowClick="show"
        bulkActionButtons={false}
        empty={<NothingMatches />}
        hiddenColumns={['documentDate', 'updatedAt', ...(isBureau ? [] : ['agencyId'])]}
      >
        <DataTable.Col source="year" />
        <DataTable.Col source="title">
          <NameLink source="title" />
        </DataTable.Col>
        <DataTable.Col source="agencyId">
          <AgencyField />
        </DataTable.Col>
        <DataTable.Col source="state">
          <StateField machine="plan" />
        </DataTable.Col>
        <DataTable.Col source="items" align="right" disableSort>
          <Count of="planItems" words="plans.itemsCell" />
        </DataTable.Col>
        <DataTable.Col source="assignments" align="right" disableSort>
          <Count of="assignments" words="plans.assignmentsCell" />
        </DataTable.Col>
        <DataTable.Col source="documentNumber" />
        <DataTable.Col source="documentDate">
          <RocDateField source="documentDate" />
        </DataTable.Col>
        <DataTable.Col source="updatedAt">
          <RocDateField source="updatedAt" />
        </DataTable.Col>
      </DataTable>
    </ListPage>
  );
};

export default PlanList;
