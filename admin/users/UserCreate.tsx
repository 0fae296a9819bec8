import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { User } from '../../sync/model/index.ts';
import { CreatePage } from '../pages/index.ts';
import { makeResetLink } from './reset-link.ts';
import { UserInputs } from './UserInputs.tsx';

/** A new account has no password: its first link is made at once and shown on the person's page. */
export const UserCreate = () => {
  const notify = useNotify();
  const navigate = useNavigate();
  const created = async (user: User) => {
    notify('ra.notification.created', { type: 'success' });
    const link = await makeResetLink(user.id).catch(() => null);
    navigate(`/users/${user.id}/show`, { state: { link } });
  };
  return (
    <CreatePage mutationOptions={{ onSuccess: created }}>
      <UserInputs />
    </CreatePage>
  );
};

export default UserCreate;
