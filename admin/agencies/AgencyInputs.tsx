import {
  AutocompleteInput,
  BooleanInput,
  email,
  maxLength,
  required,
  TextInput,
  useGetList,
  useRecordContext,
} from 'react-admin';
import type { Agency } from '../../sync/model/index.ts';
import { mayStandBelow, ranked } from './hierarchy.ts';

const all = 1000;

/** The fields of an agency; `existing` ones can also be disabled. */
export const AgencyInputs = ({ existing = false }: { readonly existing?: boolean }) => {
  const record = useRecordContext<Agency>();
  const { data = [], isPending } = useGetList<Agency>('agencies', {
    pagination: { page: 1, perPage: all },
    sort: { field: 'name', order: 'ASC' },
  });
  const choices = ranked(data).filter(one => record === undefined || mayStandBelow(data, record.id, one.id));
  return (
    <>
      <TextInput source="name" validate={[required(), maxLength(120)]} helperText={false} />
      <AutocompleteInput
        source="parentId"
        choices={[...choices]}
        isPending={isPending}
        optionText={(one: { name: string; depth: number }) => `${'　'.repeat(one.depth ?? 0)}${one.name}`}
        inputText={(one: Agency) => one.name}
        helperText="resources.agencies.help.parentId"
      />
      <TextInput
        source="email"
        type="email"
        parse={(value: string) => value || null}
        validate={[email(), maxLength(254)]}
        helperText="resources.agencies.help.email"
      />
      {existing ? <BooleanInput source="disabled" helperText="resources.agencies.help.disabled" /> : null}
    </>
  );
};
