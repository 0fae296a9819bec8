import { z } from 'zod';
import { filledFields } from './form-profile.ts';
import { issue } from './issue.ts';

/** What workbooks of a form are merged by; `history` is what stands below the present narrative in its cell. */
export const mergedFields = [...filledFields, 'history'] as const;
export type MergedField = (typeof mergedFields)[number];

const file = z.string();
const row = z.number().int().positive();
const place = z.strictObject({ sheet: z.string(), row });
const sided = <Value extends z.ZodType>(value: Value) => z.strictObject({ base: value, ours: value, theirs: value });

/** Null is blank. Days are ISO days, results are worded as the form words them. */
export const mergedValue = z.union([z.string(), z.number()]).nullable();

/**
 * One field of one row of three workbooks. `outcome` as in a `fieldChange`. `why` makes it a conflict: both changed it, both
 * changed something of the fields that belong together, or what one of them means is uncertain (a formula, an error, several
 * marks, cells merged over rows).
 */
export const fieldMerge = z.strictObject({
  field: z.enum(mergedFields),
  ...sided(mergedValue).shape,
  outcome: z.enum(['ours', 'theirs', 'equal', 'conflict']),
  why: z.enum(['bothChanged', 'together', 'doubtful']).nullable(),
  /** Where each stands, such as F12; null where a workbook has no place for it. */
  cells: sided(z.string().nullable()),
});

/** `missing`: no row of the file certainly is it, which is never a deletion. `copied`: several are, and none is taken. */
export const rowPresence = z.enum(['found', 'missing', 'copied']);

/** A row of the base, and what the other two say of it. Only fields that one of them changed are there. */
export const rowMerge = z.strictObject({
  ...place.shape,
  text: z.string(),
  ours: place.nullable(),
  theirs: place.nullable(),
  presence: z.strictObject({ ours: rowPresence, theirs: rowPresence }),
  fields: z.array(fieldMerge),
});

/** A row of one of the files that is no certain row of the base, or a copy of one: listed, never dropped. */
export const workbookStray = z.strictObject({
  side: z.enum(['ours', 'theirs']),
  ...place.shape,
  text: z.string(),
  /** Its answers by field. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The row of the base that it was copied from. */
  copyOf: place.nullable(),
  candidates: z.array(z.strictObject({ ...place.shape, score: z.number().min(0).max(1) })),
});

/** Everything that a merge of three workbooks says: serialisable, and all that applying it needs. */
export const workbookMerge = z.strictObject({
  files: sided(file),
  rows: z.array(rowMerge),
  /** Row of the base and field of each conflict. */
  conflicts: z.array(z.strictObject({ ...place.shape, field: z.enum(mergedFields) })),
  strays: z.array(workbookStray),
  /** `file` among the parameters says whose it is. */
  issues: z.array(issue),
});

const changedField = z.strictObject({
  field: z.enum(mergedFields),
  a: mergedValue,
  b: mergedValue,
  cells: z.strictObject({ a: z.string().nullable(), b: z.string().nullable() }),
});

/**
 * How two workbooks of one form differ. A row may be `moved` (against the order of the others) and `changed` at once;
 * `uncertain` rows of b may be one of their candidates. Rows in which nothing differs are left out.
 */
export const workbookDiff = z.strictObject({
  files: z.strictObject({ a: file, b: file }),
  rows: z.array(
    z.strictObject({
      is: z.array(z.enum(['added', 'removed', 'copied', 'uncertain', 'moved', 'reworded', 'changed'])),
      a: place.nullable(),
      b: place.nullable(),
      text: z.string(),
      /** The question as it was, where it was reworded. */
      textBefore: z.string().nullable(),
      fields: z.array(changedField),
      candidates: z.array(z.strictObject({ ...place.shape, score: z.number().min(0).max(1) })),
    }),
  ),
  issues: z.array(issue),
});

export type MergedValue = z.infer<typeof mergedValue>;
export type FieldMerge = z.infer<typeof fieldMerge>;
export type RowPresence = z.infer<typeof rowPresence>;
export type RowMerge = z.infer<typeof rowMerge>;
export type WorkbookStray = z.infer<typeof workbookStray>;
export type WorkbookMerge = z.infer<typeof workbookMerge>;
export type WorkbookDiff = z.infer<typeof workbookDiff>;
