import { EditPage } from '../pages/index.ts';
import { UnitInputs } from './UnitInputs.tsx';

export const UnitEdit = () => (
  <EditPage deletes>
    <UnitInputs existing />
  </EditPage>
);

export default UnitEdit;
