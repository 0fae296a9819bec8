import { columns } from '../columns.ts';
import type { Migration } from '../migrate.ts';

/** The columns of a plan that says nothing around its table, as the vocabulary stood when this was released. */
const noSections = '{"basis":[],"goals":[],"scope":"","reviews":[],"taskForce":[],"closing":""}';

/**
 * What a plan says around its table, and its public page. Plans that were published before there was such a page get no
 * address: nobody agreed to show them to everybody. Taken back and published again, they have one.
 */
export const publication: Migration = {
  name: '0006-publication',
  async up(tx, engine) {
    const c = columns(engine);
    const { schema } = tx;
    const plans = schema.alterTable('plans');
    const no = engine === 'postgres' ? false : 0;
    await plans.addColumn('sections', c.text[0], column => column.notNull().defaultTo(noSections)).execute();
    await plans.addColumn('publishedBy', ...c.optionalReference('users.id')).execute();
    await plans.addColumn('publicId', ...c.optionalText).execute();
    await plans.addColumn('membersPublic', c.flag[0], column => column.notNull().defaultTo(no)).execute();
    await schema.createIndex('plansPublicId').unique().on('plans').column('publicId').execute();
  },
};
