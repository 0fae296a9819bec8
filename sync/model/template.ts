import { z } from 'zod';
import { edited, id, line, version } from './base.ts';
import { formProfile, profileCorrection } from './form-profile.ts';

/** A workbook that somebody else made (範本), kept as it came, with what was found in it and how a person corrected that. */
export const template = z.strictObject({
  ...edited,
  agencyId: id,
  name: line(255),
  fileName: line(255),
  sha256: z.string().length(64),
  size: z.number().int().nonnegative(),
  format: z.enum(['xlsx', 'xlsm', 'ods', 'fods']),
  /** Rows that ask something, on all sheets. */
  rowCount: z.number().int().nonnegative(),
});

/** What a template is called at first: as its file, without the ending. */
export const templateNameOf = (fileName: string): string => fileName.replace(/\.(?:xls[xmb]?|f?ods)$/i, '') || fileName;

/** With the profile as corrected, the one that was found, and the difference between the two. */
export const templateDetail = template.extend({
  /** What was sent, where it had to be converted into a workbook that can be filled; size in bytes. Else null. */
  original: z.strictObject({ fileName: z.string(), size: z.number().int().nonnegative() }).nullable(),
  profile: formProfile,
  found: formProfile,
  corrections: profileCorrection,
  /** The earlier template of the agency whose corrections were taken over, because the workbook is alike; else null. */
  learnedFrom: z.strictObject({ id, name: z.string() }).nullable(),
});

export const templateEdit = z.strictObject({
  version,
  name: line(255).optional(),
  corrections: profileCorrection.optional(),
});

/** A sheet as a person sees it, for the studio. Only cells that show something; `rowSpan`/`columnSpan` are 1 outside merges. */
export const sheetGrid = z.object({
  sheet: z.string(),
  /** All sheets of the workbook that people can see, in the order of the tabs, whether they hold a form or not. */
  sheets: z.array(z.string()),
  /** In CSS pixels; a hidden column is 0 wide. */
  columns: z.array(z.object({ column: z.string(), width: z.number() })),
  rows: z.array(
    z.object({
      row: z.number().int().positive(),
      /** In CSS pixels; null grows with its text. */
      height: z.number().nullable(),
      hidden: z.boolean(),
      cells: z.array(
        z.object({
          column: z.string(),
          text: z.string(),
          rowSpan: z.number().int().positive(),
          columnSpan: z.number().int().positive(),
          locked: z.boolean(),
          formula: z.boolean(),
        }),
      ),
    }),
  ),
  /** Rows of the sheet beyond those that are given. */
  rowsLeftOut: z.number().int().nonnegative(),
});

/** Which steps of a plan a row of the template stands for. Several units' reports of one step meet in one row. */
export const templateRow = z.strictObject({
  sheet: z.string(),
  row: z.number().int().positive(),
  /** Null: the row stands for no step of this plan. */
  planItemId: id.nullable(),
  /** Whether a person chose it. */
  confirmed: z.boolean(),
});
export const templateRowMatch = templateRow.extend({
  /** 0–1, how alike the row and the step are. */
  score: z.number().min(0).max(1),
  /** Best first; what a person may choose from at once. */
  candidates: z.array(z.strictObject({ planItemId: id, score: z.number().min(0).max(1) })),
});
export const templateRows = z.strictObject({
  planId: id,
  version,
  rows: z.array(templateRowMatch),
  /** Assignable steps of the plan that no row stands for. */
  uncovered: z.array(id),
});
export const templateRowsEdit = z.strictObject({ version, planId: id, rows: z.array(templateRow).max(5000) });

export type Template = z.infer<typeof template>;
export type TemplateDetail = z.infer<typeof templateDetail>;
export type SheetGrid = z.infer<typeof sheetGrid>;
export type TemplateRow = z.infer<typeof templateRow>;
export type TemplateRowMatch = z.infer<typeof templateRowMatch>;
export type TemplateRows = z.infer<typeof templateRows>;
