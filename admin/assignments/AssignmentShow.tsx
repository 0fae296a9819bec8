import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import {
  RecordContextProvider,
  ReferenceField,
  TextField,
  useCreatePath,
  useGetList,
  useRecordContext,
  useResourceDefinitions,
  useTranslate,
} from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { type Assignment, assignmentMachine, type Report } from '../../sync/model/index.ts';
import { RocDate, RocDateField, StateChip, StateField, UnitField, UserField } from '../fields/index.ts';
import { Fact, Facts, ShowPage } from '../pages/index.ts';
import { VerbButtons } from '../verbs/index.ts';
import { AssignmentTitle } from './AssignmentTitle.tsx';
import { ItemName } from './ItemName.tsx';

const most = 60;

const Reports = ({ assignment }: { readonly assignment: Assignment }) => {
  const translate = useTranslate();
  const path = useCreatePath();
  const reports = useResourceDefinitions().reports;
  const { data } = useGetList<Report>('reports', {
    filter: { assignmentId: assignment.id },
    sort: { field: 'dueDate', order: 'DESC' },
    pagination: { page: 1, perPage: most },
  });
  const type = reports?.hasShow ? 'show' : reports?.hasEdit ? 'edit' : null;
  return (
    <Box component="section" sx={{ mt: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {translate('assignments.reports')}
      </Typography>
      {data?.length === 0 ? <Box sx={{ color: 'text.secondary' }}>{translate('assignments.noReports')}</Box> : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.map(report => (
          <RecordContextProvider key={report.id} value={report}>
            <Box
              component="li"
              sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, py: 0.75, borderTop: 1, borderColor: 'divider' }}
            >
              <ReferenceField source="roundId" reference="rounds" link={false}>
                {type === null ? (
                  <TextField source="title" variant="body1" />
                ) : (
                  <Link
                    component={RouterLink}
                    to={path({ resource: 'reports', type, id: report.id })}
                    sx={{ fontWeight: 600 }}
                  >
                    <TextField source="title" variant="body1" />
                  </Link>
                )}
              </ReferenceField>
              <StateChip machine="report" state={report.state} />
              <RocDate value={report.dueDate} />
            </Box>
          </RecordContextProvider>
        ))}
      </Box>
    </Box>
  );
};

const Whole = () => {
  const assignment = useRecordContext<Assignment>();
  const translate = useTranslate();
  if (!assignment) return null;
  return (
    <>
      <Facts>
        <Fact source="state">
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
            <StateField machine="assignment" />
            <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              <VerbButtons
                resource="assignments"
                name="assignment"
                machine={assignmentMachine}
                row={assignment}
                usual={['release']}
              />
            </Box>
          </Box>
        </Fact>
        {assignment.stateReason === '' ? null : (
          <Fact source="stateReason">
            <Box sx={{ whiteSpace: 'pre-line' }}>{assignment.stateReason}</Box>
          </Fact>
        )}
        <Fact source="planItemId">
          <ItemName lines={6} />
          <Button
            component={RouterLink}
            size="small"
            className="no-print"
            to={`/plans/${assignment.planId}/show?item=${assignment.planItemId}`}
          >
            {translate('assignments.inPlan')}
          </Button>
        </Fact>
        <Fact source="planId">
          <ReferenceField source="planId" reference="plans" link="show">
            <TextField source="title" variant="body1" />
          </ReferenceField>
        </Fact>
        <Fact source="unitId">
          <UnitField />
        </Fact>
        <Fact source="part">{translate(`parts.${assignment.part}`)}</Fact>
        <Fact source="officerId">
          <UserField />
        </Fact>
        <Fact source="createdAt">
          <RocDateField source="createdAt" />
        </Fact>
      </Facts>
      <Reports assignment={assignment} />
    </>
  );
};

export const AssignmentShow = () => (
  <ShowPage
    history="assignments"
    title={<AssignmentTitle />}
    edits={({ state }) => state === 'open' || state === 'releaseRequested'}
  >
    <Whole />
  </ShowPage>
);

export default AssignmentShow;
