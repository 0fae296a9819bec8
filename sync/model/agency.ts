import { z } from 'zod';
import { edited, id, line, version } from './base.ts';

/** An agency (機關). `parentId` is its superior bureau (上級機關); the top of the hierarchy has none. */
export const agency = z.strictObject({
  ...edited,
  name: line(120),
  parentId: id.nullable(),
  /** Where it is written to (公務信箱). */
  email: z.email().max(254).nullable(),
  disabled: z.boolean(),
});

export const agencyCreate = agency
  .pick({ name: true, parentId: true, email: true })
  .partial({ parentId: true, email: true });
export const agencyEdit = agency
  .pick({ name: true, parentId: true, email: true, disabled: true })
  .partial()
  .extend({ version });

export type Agency = z.infer<typeof agency>;
