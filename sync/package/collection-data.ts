import { z } from 'zod';
import type { Edition } from '../collect/order.ts';
import {
  collectedRow,
  collection,
  collectionFile,
  collectionRow,
  formProfile,
  id,
  mergedFields,
  profileCorrection,
  recipient,
  rowReview,
  template,
} from '../model/index.ts';

const place = { sheet: z.string().max(255), row: z.number().int().positive() };
const heading = z.strictObject({ plain: z.string(), own: z.boolean().nullable() });

/** The form as it was issued, with the sender's ids of the questions. */
const edition = z.strictObject({
  edition: z.number().int().positive(),
  profile: formProfile,
  rows: z
    .array(
      z.strictObject({
        rowId: id,
        ...place,
        text: z.string(),
        values: collectedRow.shape.original,
        cells: z.partialRecord(z.enum(mergedFields), z.string()),
        computed: z.array(z.enum(mergedFields)),
        seen: z.string(),
      }),
    )
    .max(5000),
  asked: z
    .array(
      z.strictObject({
        ...place,
        text: z.string(),
        title: z.string(),
        item: heading,
        keyPoint: heading,
        label: z.number().nullable(),
        number: z.string(),
        units: z.array(z.string()),
        checkMonths: z.array(z.number().int()),
        plannedDate: z.string(),
      }),
    )
    .max(5000),
  corrections: profileCorrection,
}) satisfies z.ZodType<Edition>;
export type PackedEdition = z.infer<typeof edition>;

const question = collectionRow.pick({
  id: true,
  position: true,
  label: true,
  text: true,
  path: true,
  skeletonKey: true,
});

/** Who reviewed is for the bureau alone. */
const review = rowReview.extend({ by: z.null() });

/** What a bureau asks of one agency, and what an agency hands in for it. */
export const collectionLists = {
  collections: z
    .array(
      collection
        .pick({ id: true, name: true, edition: true, dueDate: true, instructions: true })
        .extend({ state: z.enum(['open', 'closed']), questions: z.array(question).max(5000) })
        .extend({
          editions: z
            .array(
              z.strictObject({
                issued: edition,
                issuedAt: z.iso.datetime(),
                /** The workbook that it was made from. */
                template: template.pick({
                  name: true,
                  fileName: true,
                  sha256: true,
                  size: true,
                  format: true,
                  rowCount: true,
                }),
              }),
            )
            .min(1)
            .max(50),
        }),
    )
    .max(1),
  /** The line of the agency that the package is for. */
  recipients: z
    .array(
      recipient.pick({ id: true, stateReason: true, acceptedAt: true, fileId: true }).extend({
        /** Made out to the agency; null where it was not made yet. */
        workbook: z
          .strictObject({
            sha256: z.string().length(64),
            size: z.number().int().nonnegative(),
            name: z.string().trim().min(1).max(255),
            edition: z.number().int().positive(),
          })
          .nullable(),
      }),
    )
    .max(1),
  /**
   * What was handed in. From the agency: what waits for its bureau, and by whom it was handed in when. From the bureau: what counts
   * or did, and what of the packages it turned down.
   */
  collectionFiles: z
    .array(
      collectionFile
        .pick({ id: true, fileName: true, sha256: true, size: true, edition: true, state: true, stateReason: true })
        .extend({ recipientId: id, receivedAt: z.iso.datetime(), receivedBy: z.string().max(120) }),
    )
    .max(500),
  collectedRows: z
    .array(
      collectedRow
        .pick({ id: true, recipientId: true, rowId: true, original: true, accepted: true, lineage: true, issues: true })
        .extend(collectedRow.pick({ returnReason: true }).shape)
        .extend({ first: review, second: review, findingIds: z.array(id).max(100) }),
    )
    .max(5000),
};
