import { EditPage } from '../pages/index.ts';
import { UserInputs } from './UserInputs.tsx';

export const UserEdit = () => (
  <EditPage>
    <UserInputs existing />
  </EditPage>
);

export default UserEdit;
