import { type Event, event } from '../../sync/model/index.ts';
import type { Definition } from '../listing/definition.ts';
import { fieldsOf } from '../listing/fields.ts';

export const events: Definition<Event> = {
  name: 'events',
  singular: 'event',
  table: 'events',
  fields: fieldsOf(event),
  reach: { agency: 'events.agencyId', unit: 'events.unitId', owner: 'events.actorId' },
};
