import { type SheetAccount, type SheetConnection, sheetAccount, sheetConnection } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

export const sheetAccounts: Definition<SheetAccount> = {
  name: 'sheetAccounts',
  singular: 'sheetAccount',
  table: 'sheetAccounts',
  fields: fieldsOf(sheetAccount),
  reach: { agency: 'sheetAccounts.agencyId' },
};

export const sheets: Definition<SheetConnection> = {
  name: 'sheets',
  singular: 'sheet',
  table: 'sheets',
  fields: fieldsOf(sheetConnection),
  reach: { agency: 'sheets.agencyId' },
};
