import { z } from 'zod';
import { id, version } from './base.ts';
import { collection } from './collection.ts';

/**
 * A newer edition of the form, issued while the collection is open; in a draft another form takes the place of the first. Rows
 * whose question reads as before are the same; of the others a person says which earlier question a row is (null: none), and
 * those that are not named are new.
 */
export const editionCreate = z.strictObject({
  version,
  templateId: id,
  rows: z
    .array(z.strictObject({ sheet: z.string(), row: z.number().int().positive(), rowId: id.nullable() }))
    .max(5000)
    .optional(),
});

const editionPlace = z.strictObject({
  sheet: z.string(),
  row: z.number().int().positive(),
  label: z.string(),
  text: z.string(),
});

/** How the rows of a newer edition go with the questions of the collection. */
export const editionMapping = z.strictObject({
  /** Rows whose question and number read as before. */
  same: z.number().int().nonnegative(),
  /** Rows whose question reads as before and only its number does not; `was` is the earlier number. */
  renumbered: z.array(editionPlace.extend({ rowId: id, was: z.string() })),
  /** Rows that are an earlier question in other words, because a person said so; `was` are the earlier words. */
  reworded: z.array(editionPlace.extend({ rowId: id, was: z.string() })),
  /** Rows that are in no earlier edition. Where one may be an earlier question in other words, with the questions it may be, best first. */
  new: z.array(
    editionPlace.extend({
      candidates: z.array(z.strictObject({ rowId: id, text: z.string(), score: z.number().min(0).max(1) })),
    }),
  ),
  /** Questions that the newer edition does not ask any more; their answers stay. */
  gone: z.array(z.strictObject({ rowId: id, label: z.string(), text: z.string() })),
});
export const editionAnswer = z.strictObject({ collection, mapping: editionMapping });

export type EditionMapping = z.infer<typeof editionMapping>;
export type EditionAnswer = z.infer<typeof editionAnswer>;
