import { agencies } from './agencies/definition.ts';
import { events } from './events/definition.ts';
import type { Definition } from './listing/definition.ts';
import { units } from './units/definition.ts';
import { users } from './users/definition.ts';

/** Every listed resource; `_embed` and `_expand` find their relations here. */
export const definitions = [agencies, units, users, events] as unknown as readonly Definition<never>[];
