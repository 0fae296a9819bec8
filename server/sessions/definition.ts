import { type OpenSession, openSession } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

/** Where a person is logged in. Which one is the present one only the request knows. */
export const openSessions: Definition<Omit<OpenSession, 'current'>> = {
  name: 'openSessions',
  singular: 'openSession',
  table: 'sessions',
  fields: fieldsOf(openSession, ['current']),
  reach: { agency: 'sessions.userId', owner: 'sessions.userId' },
};
