import { type Exchange, exchange } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

export const exchanges: Definition<Exchange> = {
  name: 'exchanges',
  singular: 'exchange',
  table: 'exchanges',
  fields: fieldsOf(exchange),
  reach: { agency: 'exchanges.agencyId' },
};
