import { CreatePage } from '../pages/index.ts';
import { PlanInputs, thisRocYear } from './PlanInputs.tsx';

export const PlanCreate = () => (
  <CreatePage form={{ defaultValues: { year: thisRocYear() } }}>
    <PlanInputs />
  </CreatePage>
);

export default PlanCreate;
