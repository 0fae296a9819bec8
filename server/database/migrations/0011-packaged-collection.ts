import { columns } from '../columns.ts';
import type { Migration } from '../migrate.ts';

/** Packages that carry a collection, or what was handed in for it, name the one of this installation. */
export const packagedCollection: Migration = {
  name: '0011-packaged-collection',
  async up(tx, engine) {
    const c = columns(engine);
    const { schema } = tx;
    await schema
      .alterTable('packages')
      .addColumn('collectionId', ...c.optionalText)
      .execute();
    await schema
      .createIndex('packagesCollection')
      .on('packages')
      .columns(['agencyId', 'collectionId', 'direction'])
      .execute();
  },
};
