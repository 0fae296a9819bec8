import { CreatePage } from '../pages/index.ts';
import { UnitInputs } from './UnitInputs.tsx';

export const UnitCreate = () => (
  <CreatePage>
    <UnitInputs />
  </CreatePage>
);

export default UnitCreate;
