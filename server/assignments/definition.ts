import { type Assignment, assignment } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

export const assignments: Definition<Assignment> = {
  name: 'assignments',
  singular: 'assignment',
  table: 'assignments',
  fields: fieldsOf(assignment),
  reach: { agency: 'assignments.agencyId', unit: 'assignments.unitId' },
};
