import { EmailField, TextField, useRecordContext } from 'react-admin';
import type { User } from '../../sync/model/index.ts';
import { AgencyField, EnabledField, RocDateField, UnitField } from '../fields/index.ts';
import { Fact, Facts, ShowPage } from '../pages/index.ts';
import { ResetLinkButton } from './ResetLinkButton.tsx';
import { RoleField } from './RoleField.tsx';

const Locked = () => {
  const user = useRecordContext<User>();
  return user?.lockedUntil && Date.parse(user.lockedUntil) > Date.now() ? (
    <Fact source="lockedUntil">
      <RocDateField source="lockedUntil" />
    </Fact>
  ) : null;
};

export const UserShow = () => (
  <ShowPage history="users" more={<ResetLinkButton />}>
    <Facts>
      <Fact source="name">
        <TextField source="name" variant="body1" />
      </Fact>
      <Fact source="account">
        <TextField source="account" variant="body1" />
      </Fact>
      <Fact source="role">
        <RoleField />
      </Fact>
      <Fact source="unitId">
        <UnitField />
      </Fact>
      <Fact source="agencyId">
        <AgencyField />
      </Fact>
      <Fact source="email">
        <EmailField source="email" />
      </Fact>
      <Fact source="state">
        <EnabledField />
      </Fact>
      <Locked />
      <Fact source="lastLoginAt">
        <RocDateField source="lastLoginAt" empty="users.neverLoggedIn" />
      </Fact>
    </Facts>
  </ShowPage>
);

export default UserShow;
