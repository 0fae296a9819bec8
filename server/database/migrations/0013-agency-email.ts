import { columns } from '../columns.ts';
import type { Migration } from '../migrate.ts';

/** Where an agency is written to; of those of before nobody knows. */
export const agencyEmail: Migration = {
  name: '0013-agency-email',
  async up(tx, engine) {
    const { optionalText } = columns(engine);
    await tx.schema
      .alterTable('agencies')
      .addColumn('email', ...optionalText)
      .execute();
  },
};
