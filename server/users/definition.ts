import { type User, user } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

/** Colleagues see who is who; what concerns the account itself is for its owner and the administrator. */
export const users: Definition<User> = {
  name: 'users',
  singular: 'user',
  table: 'users',
  fields: fieldsOf(user),
  reach: { agency: 'users.agencyId', unit: 'users.unitId', owner: 'users.id' },
  closedTo: actor =>
    actor.role === 'administrator' ? [] : ['email', 'lockedUntil', 'lastLoginAt', 'mustChangePassword'],
  hide: (row, actor) =>
    actor.role === 'administrator' || actor.id === row.id
      ? row
      : { ...row, email: null, lockedUntil: null, lastLoginAt: null, mustChangePassword: false },
};
