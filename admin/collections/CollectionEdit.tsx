import { useRecordContext } from 'react-admin';
import type { Collection } from '../../sync/model/index.ts';
import { EditPage } from '../pages/index.ts';
import { CollectionInputs } from './CollectionInputs.tsx';

const Inputs = () => (useRecordContext<Collection>() ? <CollectionInputs existing /> : null);

export const CollectionEdit = () => (
  <EditPage deletes={collection => collection.state === 'draft'}>
    <Inputs />
  </EditPage>
);

export default CollectionEdit;
