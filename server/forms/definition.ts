import { type Form, form } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

export const forms: Definition<Form> = {
  name: 'forms',
  singular: 'form',
  table: 'forms',
  fields: fieldsOf(form),
  reach: { agency: 'forms.agencyId' },
};
