import Skeleton from '@mui/material/Skeleton';
import { useMemo } from 'react';
import { useInput, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import type { Agency } from '../../sync/model/index.ts';
import { CreatePage } from '../pages/index.ts';
import { AgencyChoice } from './AgencyChoice.tsx';
import { CollectionInputs } from './CollectionInputs.tsx';
import { useAgenciesBelow } from './use-agencies-below.ts';

const atLeastOne = (ids: unknown): string | undefined =>
  Array.isArray(ids) && ids.length > 0 ? undefined : 'collection.choice.needed';

interface Below {
  readonly agencies: readonly Agency[];
}

const Chosen = ({ agencies }: Below) => {
  const all = useMemo(() => agencies.map(({ id }) => id), [agencies]);
  const { field, fieldState } = useInput({ source: 'agencyIds', defaultValue: all, validate: atLeastOne });
  const chosen = useMemo(() => new Set(Array.isArray(field.value) ? (field.value as readonly string[]) : []), [field]);
  return (
    <AgencyChoice
      agencies={agencies}
      chosen={chosen}
      onChoose={next => field.onChange([...next])}
      problem={fieldState.error ? 'collection.choice.needed' : undefined}
    />
  );
};

/** All agencies below at first: a form usually goes to everybody. */
const AgenciesInput = () => {
  const { agencies, known } = useAgenciesBelow();
  return known ? <Chosen agencies={agencies} /> : <Skeleton variant="rounded" width="100%" height={360} />;
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
