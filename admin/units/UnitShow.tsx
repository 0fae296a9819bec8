import { TextField, useRecordContext } from 'react-admin';
import type { Unit } from '../../sync/model/index.ts';
import { AgencyField, EnabledField, RocDateField } from '../fields/index.ts';
import { Fact, Facts, ShowPage } from '../pages/index.ts';

const Aliases = () => <>{useRecordContext<Unit>()?.aliases.join('、')}</>;

export const UnitShow = () => (
  <ShowPage history="units">
    <Facts>
      <Fact source="name">
        <TextField source="name" variant="body1" />
      </Fact>
      <Fact source="aliases">
        <Aliases />
      </Fact>
      <Fact source="agencyId">
        <AgencyField />
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

export default UnitShow;
