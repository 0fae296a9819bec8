import type { PackageKind, PackedResource } from '../../sync/model/index.ts';
import type { Values } from '../../sync/package/index.ts';
import { mergedFields } from './incoming.ts';
import type { AnyRow } from './resources.ts';

/** Their state follows from files that are read and judged, which is seen to apart. */
const moving: readonly PackedResource[] = ['recipients', 'collectionFiles'];

/** What people could change of a row that the package made; while it says the same, nobody did. */
export const toldOf = (resource: PackedResource, row: AnyRow, kind: PackageKind): Values =>
  Object.fromEntries(
    [...mergedFields(resource, kind), ...(moving.includes(resource) ? [] : ['state', 'action'])].flatMap(field =>
      field in row ? [[field, row[field] as Values[string]]] : [],
    ),
  );
