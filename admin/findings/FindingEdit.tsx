import { maxLength, required, TextInput } from 'react-admin';
import { RocDateInput } from '../fields/index.ts';
import { EditPage } from '../pages/index.ts';

export const FindingEdit = () => (
  <EditPage>
    <TextInput source="title" validate={[required(), maxLength(200)]} />
    <TextInput source="text" multiline minRows={4} validate={maxLength(4000)} parse={(text: string) => text ?? ''} />
    <RocDateInput source="dueDate" />
  </EditPage>
);

export default FindingEdit;
