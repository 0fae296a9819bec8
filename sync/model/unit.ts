import { z } from 'zod';
import { edited, id, line, version } from './base.ts';

/** A unit (單位/課室) of an agency. `aliases` are other names that plans print for it; `position` orders the units from 0. */
export const unit = z.strictObject({
  ...edited,
  agencyId: id,
  name: line(60),
  aliases: z.array(line(60)).max(30),
  position: z.number().int().nonnegative(),
  disabled: z.boolean(),
});

export const unitCreate = unit
  .pick({ agencyId: true, name: true, aliases: true, position: true })
  .partial({ agencyId: true, aliases: true, position: true });
export const unitEdit = unit
  .pick({ name: true, aliases: true, position: true, disabled: true })
  .partial()
  .extend({ version });

export type Unit = z.infer<typeof unit>;
