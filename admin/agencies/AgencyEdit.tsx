import { EditPage } from '../pages/index.ts';
import { AgencyInputs } from './AgencyInputs.tsx';

export const AgencyEdit = () => (
  <EditPage deletes>
    <AgencyInputs existing />
  </EditPage>
);

export default AgencyEdit;
