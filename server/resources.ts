import { agencies } from './agencies/definition.ts';
import { assignments } from './assignments/definition.ts';
import { collectedRows } from './collected-rows/definition.ts';
import { collectionFiles, deliveries } from './collection-files/definition.ts';
import { collectionRows, collections } from './collections/definition.ts';
import { crosswalkLinks } from './crosswalk/definition.ts';
import { events } from './events/definition.ts';
import { evidences } from './evidence/definition.ts';
import { exchanges } from './exchanges/definition.ts';
import { findings } from './findings/definition.ts';
import { forms } from './forms/definition.ts';
import type { Definition } from './listing/definition.ts';
import { packages, trustedKeys } from './packages/definition.ts';
import { planItems } from './plan-items/definition.ts';
import { plans } from './plans/definition.ts';
import { recipientSheets } from './recipient-sheets/definition.ts';
import { recipients } from './recipients/definition.ts';
import { reports } from './reports/definition.ts';
import { rounds } from './rounds/definition.ts';
import { sheetAccounts, sheets } from './sheets/definition.ts';
import { templates } from './templates/definition.ts';
import { units } from './units/definition.ts';
import { users } from './users/definition.ts';

/** Every listed resource; `_embed` and `_expand` find their relations here. */
export const definitions = [
  agencies,
  units,
  users,
  plans,
  planItems,
  crosswalkLinks,
  assignments,
  rounds,
  reports,
  evidences,
  templates,
  forms,
  exchanges,
  packages,
  trustedKeys,
  collections,
  collectionRows,
  recipients,
  deliveries,
  collectionFiles,
  collectedRows,
  findings,
  recipientSheets,
  sheetAccounts,
  sheets,
  events,
] as unknown as readonly Definition<never>[];
