import { type Collection, type CollectionRow, collection, collectionRow } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';
import { askedIn } from './asked.ts';

export const collections: Definition<Collection> = {
  name: 'collections',
  singular: 'collection',
  table: 'collections',
  fields: fieldsOf(collection),
  reach: { agency: 'collections.agencyId', asked: actor => askedIn('collections.id', actor) },
};

/** The questions of a collection. Elsewhere one is named by `rowId`, so that it expands as `row`. */
export const collectionRows: Definition<CollectionRow> = {
  name: 'collectionRows',
  singular: 'row',
  table: 'collectionRows',
  fields: fieldsOf(collectionRow),
  reach: { agency: 'collectionRows.bureauId', asked: actor => askedIn('collectionRows.collectionId', actor) },
};
