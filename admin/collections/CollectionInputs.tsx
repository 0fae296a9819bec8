import {
  AutocompleteInput,
  maxLength,
  ReferenceInput,
  required,
  TextInput,
  useGetList,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import type { Collection, Template } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { RocDateInput } from '../fields/index.ts';
import { useNamesApart } from '../templates/names.ts';

/** The form that is asked for, among those of the agency. */
const TemplateInput = () => {
  const translate = useTranslate();
  const { user } = useSession();
  const own = { filter: { agencyId: user.agencyId }, sort: { field: 'updatedAt', order: 'DESC' } } as const;
  // Those that are offered are a part of them; whether two are called alike is seen only among all.
  const { data: templates = [] } = useGetList<Template>('templates', { ...own, pagination: { page: 1, perPage: 500 } });
  const nameOf = useNamesApart(templates);
  return (
    <ReferenceInput source="templateId" reference="templates" {...own}>
      <AutocompleteInput
        optionText={nameOf}
        validate={required()}
        helperText="collection.inputs.templateHelp"
        noOptionsText={translate('collection.inputs.noTemplate')}
      />
    </ReferenceInput>
  );
};

/** What is asked, until when, and how; the form itself is chosen once, later ones are editions. */
export const CollectionInputs = ({ existing = false }: { readonly existing?: boolean }) => {
  const { user } = useSession();
  const collection = useRecordContext<Collection>();
  return (
    <>
      <TextInput source="name" validate={[required(), maxLength(120)]} helperText="collection.inputs.nameHelp" />
      {existing ? null : <TemplateInput />}
      <RocDateInput source="dueDate" validate={required()} />
      <TextInput
        source="instructions"
        multiline
        minRows={4}
        validate={maxLength(4000)}
        helperText="collection.inputs.instructionsHelp"
        parse={(text: string) => text ?? ''}
      />
      <ReferenceInput
        source="previousId"
        reference="collections"
        filter={{ agencyId: user.agencyId, ...(collection ? { id_ne: collection.id } : {}) }}
        sort={{ field: 'dueDate', order: 'DESC' }}
      >
        <AutocompleteInput optionText="name" helperText="collection.inputs.previousHelp" />
      </ReferenceInput>
    </>
  );
};
