import type { PackedResource } from '../../sync/model/index.ts';
import type { Values } from '../../sync/package/index.ts';
import { mergedFields } from './incoming.ts';
import type { AnyRow } from './resources.ts';

/** What people could change of a row that the package made; while it says the same, nobody did. */
export const toldOf = (resource: PackedResource, row: AnyRow): Values =>
  Object.fromEntries(
    [...mergedFields(resource), 'state', 'action'].flatMap(field =>
      field in row ? [[field, row[field] as Values[string]]] : [],
    ),
  );
