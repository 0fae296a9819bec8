import { useEffect, useMemo } from 'react';
import { useInput, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { CreatePage } from '../pages/index.ts';
import { AgencyChoice } from './AgencyChoice.tsx';
import { CollectionInputs } from './CollectionInputs.tsx';
import { useAgenciesBelow } from './use-agencies-below.ts';

const atLeastOne = (ids: unknown): string | undefined =>
  Array.isArray(ids) && ids.length > 0 ? undefined : 'collection.choice.needed';

/** All agencies below at first: a form usually goes to everybody. */
const AgenciesInput = () => {
  const { agencies, known } = useAgenciesBelow();
  const { field, fieldState } = useInput({ source: 'agencyIds', validate: atLeastOne });
  // A field that nothing was put into yet is blank.
  const ids = Array.isArray(field.value) ? (field.value as readonly string[]) : null;
  const { onChange } = field;
  useEffect(() => {
    if (known && ids === null) onChange(agencies.map(({ id }) => id));
  }, [known, ids, agencies, onChange]);
  const chosen = useMemo(() => new Set(ids ?? []), [ids]);
  return (
    <AgencyChoice
      agencies={agencies}
      chosen={chosen}
      onChoose={next => onChange([...next])}
      problem={fieldState.error ? 'collection.choice.needed' : undefined}
    />
  );
};

const blank = { previousId: null, instructions: '' };

export const CollectionCreate = () => {
  const translate = useTranslate();
  const [search] = useSearchParams();
  const templateId = search.get('template');
  return (
    <CreatePage
      title={translate('collection.create.title')}
      form={{ defaultValues: templateId ? { ...blank, templateId } : blank }}
    >
      <CollectionInputs />
      <AgenciesInput />
    </CreatePage>
  );
};

export default CollectionCreate;
