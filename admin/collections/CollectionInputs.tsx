import {
  AutocompleteInput,
  maxLength,
  ReferenceInput,
  required,
  TextInput,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import type { Collection } from '../../sync/model/index.ts';
import { useSession } from '../data/index.ts';
import { RocDateInput } from '../fields/index.ts';

/** What is asked, until when, and how; the form itself is chosen once, later ones are editions. */
export const CollectionInputs = ({ existing = false }: { readonly existing?: boolean }) => {
  const translate = useTranslate();
  const { user } = useSession();
  const collection = useRecordContext<Collection>();
  return (
    <>
      <TextInput source="name" validate={[required(), maxLength(120)]} helperText="collection.inputs.nameHelp" />
      {existing ? null : (
        <ReferenceInput
          source="templateId"
          reference="templates"
          filter={{ agencyId: user.agencyId }}
          sort={{ field: 'updatedAt', order: 'DESC' }}
        >
          <AutocompleteInput
            optionText="name"
            validate={required()}
            helperText="collection.inputs.templateHelp"
            noOptionsText={translate('collection.inputs.noTemplate')}
          />
        </ReferenceInput>
      )}
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
