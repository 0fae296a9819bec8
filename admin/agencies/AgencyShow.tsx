import { TextField } from 'react-admin';
import { AgencyField, EnabledField, RocDateField } from '../fields/index.ts';
import { Fact, Facts, ShowPage } from '../pages/index.ts';

export const AgencyShow = () => (
  <ShowPage history="agencies">
    <Facts>
      <Fact source="name">
        <TextField source="name" variant="body1" />
      </Fact>
      <Fact source="parentId">
        <AgencyField source="parentId" />
      </Fact>
      <Fact source="email">
        <TextField source="email" emptyText="—" />
      </Fact>
      <Fact source="state">
        <EnabledField />
      </Fact>
      <Fact source="createdAt">
        <RocDateField source="createdAt" />
      </Fact>
    </Facts>
  </ShowPage>
);

export default AgencyShow;
