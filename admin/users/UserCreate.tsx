import { type RaRecord, useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { CreatePage } from '../pages/index.ts';
import { makeResetLink } from './reset-link.ts';
import { UserInputs } from './UserInputs.tsx';

/** A new account has no password: its first link is made at once and shown on the person's page. */
export const UserCreate = () => {
  const notify = useNotify();
  const navigate = useNavigate();
  const created = async (user: RaRecord) => {
    notify('ra.notification.created', { type: 'success' });
    const link = await makeResetLink(String(user.id)).catch(() => null);
    navigate(`/users/${user.id}/show`, { state: { link } });
  };
  return (
    <CreatePage onCreated={created}>
      <UserInputs />
    </CreatePage>
  );
};

export default UserCreate;
