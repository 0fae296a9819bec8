import { required, SelectInput, useRecordContext } from 'react-admin';
import { type Assignment, parts } from '../../sync/model/index.ts';
import { EditPage } from '../pages/index.ts';
import { AssignmentTitle } from './AssignmentTitle.tsx';
import { ItemName } from './ItemName.tsx';
import { OfficerInput } from './OfficerInput.tsx';

const Inputs = () => {
  const assignment = useRecordContext<Assignment>();
  if (!assignment) return null;
  return (
    <>
      <ItemName lines={4} />
      <SelectInput
        source="part"
        choices={parts.map(id => ({ id, name: `parts.${id}` }))}
        validate={required()}
        sx={{ maxWidth: '14em' }}
      />
      <OfficerInput unitId={assignment.unitId} />
    </>
  );
};

export const AssignmentEdit = () => (
  <EditPage title={<AssignmentTitle />}>
    <Inputs />
  </EditPage>
);

export default AssignmentEdit;
