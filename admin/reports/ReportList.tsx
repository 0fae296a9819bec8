import Box from '@mui/material/Box';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useMemo } from 'react';
import {
  AutocompleteInput,
  BooleanInput,
  DataProviderContext,
  DataTable,
  ReferenceInput,
  SearchInput,
  SelectInput,
  useListContext,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { dayInTaipei, type Report, reportStates } from '../../sync/model/index.ts';
import { dataProvider, useSession } from '../data/index.ts';
import {
  AgencyField,
  ClampedTextField,
  LightField,
  ResultField,
  RocDateField,
  UnitField,
  UserField,
} from '../fields/index.ts';
import { ListPage, NameLink, NothingMatches, PhoneRows } from '../pages/index.ts';
import { DueDate } from './DueDate.tsx';
import { ItemFilter } from './ItemFilter.tsx';
import { Marks } from './Marks.tsx';
import { understandingOverdue } from './overdue-filter.ts';
import { RoundField } from './RoundField.tsx';
import { PathLine, StepText } from './StepPath.tsx';
import { useLimits } from './use-limits.ts';
import { usePaths } from './use-paths.ts';
import { useReportExporter } from './use-report-exporter.ts';

/** A phone has room for what is used most; the rest waits behind the filter button. */
const filtersFor = (isBureau: boolean, narrow: boolean) => [
  <SearchInput key="q" source="q" alwaysOn />,
  <SelectInput
    key="state"
    source="state"
    choices={reportStates.map(id => ({ id, name: `states.report.${id}` }))}
    alwaysOn
  />,
  <ReferenceInput
    key="roundId"
    source="roundId"
    reference="rounds"
    sort={{ field: 'dueDate', order: 'DESC' }}
    alwaysOn={!narrow}
  >
    <AutocompleteInput optionText="title" label="resources.reports.fields.roundId" />
  </ReferenceInput>,
  <BooleanInput key="overdue" source="overdue" label="report.list.overdueOnly" alwaysOn={!narrow} />,
  <ItemFilter key="itemId" source="itemId" label="report.list.item" />,
  <ReferenceInput key="unitId" source="unitId" reference="units" sort={{ field: 'position', order: 'ASC' }}>
    <AutocompleteInput optionText="name" label="resources.reports.fields.unitId" />
  </ReferenceInput>,
  <ReferenceInput key="officerId" source="officerId" reference="users" sort={{ field: 'name', order: 'ASC' }}>
    <AutocompleteInput optionText="name" label="resources.reports.fields.officerId" />
  </ReferenceInput>,
  ...(isBureau
    ? [
        <ReferenceInput key="agencyId" source="agencyId" reference="agencies">
          <AutocompleteInput optionText="name" label="resources.reports.fields.agencyId" />
        </ReferenceInput>,
      ]
    : []),
];

/** One query for the whole page, shared by its rows. */
const usePathsOfPage = () => {
  const { data } = useListContext<Report>();
  return usePaths(data?.map(report => report.planItemId) ?? []);
};

const Step = () => {
  const report = useRecordContext<Report>();
  const pathFor = usePathsOfPage();
  if (!report) return null;
  const path = pathFor(report.planItemId);
  return (
    <Box sx={{ minWidth: 160, maxWidth: 340 }}>
      <PathLine path={path} />
      <Box sx={{ display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>
        <NameLink>
          <StepText path={path} />
        </NameLink>
      </Box>
    </Box>
  );
};

const Light = () => <LightField limits={useLimits()} />;

const ActualProgress = () => {
  const translate = useTranslate();
  const value = useRecordContext<Report>()?.actualProgress ?? null;
  return value === null ? null : translate('report.percent', { value });
};

const PhoneFacts = () => {
  const report = useRecordContext<Report>();
  return report ? (
    <>
      <Marks report={report} />
      <UnitField />
      <DueDate report={report} />
    </>
  ) : null;
};

const Phone = () => {
  const pathFor = usePathsOfPage();
  return (
    <PhoneRows<Report> title={report => <StepText path={pathFor(report.planItemId)} />}>
      <PhoneFacts />
    </PhoneRows>
  );
};

const rarelyShown = ['roundId', 'narrative', 'light', 'submittedAt', 'acceptedAt', 'updatedAt'];

/** Every report that the person may see. */
export const ReportList = () => {
  const { isBureau } = useSession();
  const exporter = useReportExporter();
  const understanding = useMemo(() => understandingOverdue(dataProvider, dayInTaipei(new Date())), []);
  const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const filters = useMemo(() => filtersFor(isBureau, narrow), [isBureau, narrow]);
  return (
    <DataProviderContext.Provider value={understanding}>
      <ListPage filters={filters} sort={{ field: 'dueDate', order: 'DESC' }} exporter={exporter} phone={<Phone />}>
        <DataTable
          rowClick="show"
          bulkActionButtons={false}
          empty={<NothingMatches />}
          hiddenColumns={[...(isBureau ? ['officerId'] : ['agencyId']), ...rarelyShown]}
        >
          <DataTable.Col source="state" render={(report: Report) => <Marks report={report} />} />
          <DataTable.Col source="planItemId" disableSort>
            <Step />
          </DataTable.Col>
          <DataTable.Col source="agencyId">
            <AgencyField />
          </DataTable.Col>
          <DataTable.Col source="unitId">
            <UnitField />
          </DataTable.Col>
          <DataTable.Col source="officerId">
            <UserField />
          </DataTable.Col>
          <DataTable.Col source="roundId">
            <RoundField />
          </DataTable.Col>
          <DataTable.Col source="dueDate" render={(report: Report) => <DueDate report={report} />} />
          <DataTable.Col source="result">
            <ResultField />
          </DataTable.Col>
          <DataTable.Col source="narrative" disableSort>
            <ClampedTextField source="narrative" />
          </DataTable.Col>
          <DataTable.Col source="actualProgress" align="right">
            <ActualProgress />
          </DataTable.Col>
          <DataTable.Col source="light" disableSort>
            <Light />
          </DataTable.Col>
          <DataTable.NumberCol source="evidenceCount" />
          <DataTable.Col source="submittedAt">
            <RocDateField source="submittedAt" />
          </DataTable.Col>
          <DataTable.Col source="acceptedAt">
            <RocDateField source="acceptedAt" />
          </DataTable.Col>
          <DataTable.Col source="updatedAt">
            <RocDateField source="updatedAt" />
          </DataTable.Col>
        </DataTable>
      </ListPage>
    </DataProviderContext.Provider>
  );
};

export default ReportList;
