import { useRecordContext } from 'react-admin';
import type { Round } from '../../sync/model/index.ts';
import { EditPage } from '../pages/index.ts';
import { RoundInputs } from './RoundInputs.tsx';

const Inputs = () => (useRecordContext<Round>() ? <RoundInputs existing /> : null);

export const RoundEdit = () => (
  <EditPage deletes={round => round.state === 'draft'}>
    <Inputs />
  </EditPage>
);

export default RoundEdit;
