import { dayInTaipei } from '../../sync/model/index.ts';
import { CreatePage } from '../pages/index.ts';
import { RoundInputs } from './RoundInputs.tsx';
import { nextCheckMonth } from './suggest.ts';

export const RoundCreate = () => (
  <CreatePage
    form={{ defaultValues: { kind: 'routine', month: nextCheckMonth(Number(dayInTaipei(new Date()).slice(5, 7))) } }}
  >
    <RoundInputs />
  </CreatePage>
);

export default RoundCreate;
