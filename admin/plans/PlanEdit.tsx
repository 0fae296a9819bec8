import { BooleanInput, maxLength, TextInput, useRecordContext } from 'react-admin';
import { isPublic, type Plan } from '../../sync/model/index.ts';
import { RocDateInput } from '../fields/index.ts';
import { EditPage } from '../pages/index.ts';
import { PlanInputs } from './PlanInputs.tsx';

const Inputs = () => {
  const plan = useRecordContext<Plan>();
  const locked = plan !== undefined && plan.state !== 'draft';
  return (
    <>
      <PlanInputs locked={locked} />
      <RocDateInput source="documentDate" />
      <TextInput
        source="documentNumber"
        parse={(text: string) => (text === '' ? null : text)}
        validate={maxLength(100)}
      />
      {plan && isPublic(plan.state) && plan.sections.taskForce.length > 0 ? (
        <BooleanInput source="membersPublic" helperText="plans.membersPublicHelp" />
      ) : null}
    </>
  );
};

export const PlanEdit = () => (
  <EditPage deletes={plan => plan.state === 'draft'}>
    <Inputs />
  </EditPage>
);

export default PlanEdit;
