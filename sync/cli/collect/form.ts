import { type ConsolidatedItem, type Edition, editionOf, questionsOf } from '../../collect/index.ts';
import { profileForm } from '../../form/profile/index.ts';
import { type MergedField, mergedFields } from '../../model/index.ts';
import { skeleton } from '../../outline/skeleton/index.ts';
import type { Book } from '../files.ts';

/** The form that was sent out, as far as consolidating needs it. */
export interface AskedForm {
  readonly edition: Edition;
  readonly items: readonly ConsolidatedItem[];
  /** Fields that the form has. */
  readonly fields: readonly MergedField[];
}

/** Null where the template holds no form. */
export function askedForm({ workbook }: Book): AskedForm | null {
  const profile = profileForm(workbook);
  const questions = questionsOf(profile);
  if (questions.length === 0) return null;
  const places = questions.map(({ sheet, row }) => ({ sheet, row, rowId: `${sheet}!${row}` }));
  const edition = editionOf(workbook, { edition: 1, profile, rows: places });
  return {
    edition,
    items: questions.map(({ label, text, path, skeletonKey }, i) => ({
      rowId: places[i]!.rowId,
      label,
      text,
      path,
      skeletonKey,
      skeletonText: skeletonKey === null ? null : (texts.get(skeletonKey) ?? null),
    })),
    fields: mergedFields.filter(field => edition.rows.some(({ cells }) => field in cells)),
  };
}

const texts = new Map(skeleton.flatMap(item => [item, ...item.keyPoints]).map(({ key, text }) => [key, text]));
