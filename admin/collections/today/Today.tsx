import { mayUse, useSession } from '../../data/index.ts';
import { AskedOfUs } from './AskedOfUs.tsx';
import { Collecting } from './Collecting.tsx';

/** The part of a home page that says what a day brings: what a superior bureau asks for, and what comes back of what was asked. */
export const Today = () => {
  const { user } = useSession();
  if (!mayUse(user.role, 'recipients', 'read')) return null;
  return (
    <>
      <AskedOfUs />
      <Collecting />
    </>
  );
};
