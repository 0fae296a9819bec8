import { columns, editedColumns } from '../columns.ts';
import type { Migration } from '../migrate.ts';

/** What a plan's items come from, which part of the common skeleton they are, and which items of a superior's plan they serve. */
export const crosswalk: Migration = {
  name: '0007-crosswalk',
  async up(tx, engine) {
    const c = columns(engine);
    const { schema } = tx;

    const planItems = schema.alterTable('planItems');
    // An earlier plan that goes back to being a draft may lose items: what was carried from them stays, without its past.
    await planItems
      .addColumn('carriedFrom', c.optionalText[0], column => column.references('planItems.id').onDelete('set null'))
      .execute();
    await planItems.addColumn('skeletonKey', ...c.optionalText).execute();
    await schema.createIndex('planItemsCarriedFrom').on('planItems').column('carriedFrom').execute();

    await editedColumns<string>(c)(schema.createTable('crosswalkLinks') as never)
      .addColumn('agencyId', ...c.reference('agencies.id'))
      .addColumn('planId', ...c.owned('plans.id'))
      .addColumn('planItemId', ...c.owned('planItems.id'))
      .addColumn('superiorPlanId', ...c.owned('plans.id'))
      .addColumn('superiorItemId', ...c.owned('planItems.id'))
      .addColumn('note', ...c.text)
      .execute();
    await schema
      .createIndex('crosswalkLinksOnce')
      .unique()
      .on('crosswalkLinks')
      .columns(['planItemId', 'superiorItemId'])
      .execute();
    await schema.createIndex('crosswalkLinksPlan').on('crosswalkLinks').columns(['planId', 'superiorPlanId']).execute();
    await schema.createIndex('crosswalkLinksSuperior').on('crosswalkLinks').column('superiorItemId').execute();
    await schema.createIndex('crosswalkLinksSuperiorPlan').on('crosswalkLinks').column('superiorPlanId').execute();
  },
};
