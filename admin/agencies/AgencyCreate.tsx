import { CreatePage } from '../pages/index.ts';
import { AgencyInputs } from './AgencyInputs.tsx';

export const AgencyCreate = () => (
  <CreatePage>
    <AgencyInputs />
  </CreatePage>
);

export default AgencyCreate;
