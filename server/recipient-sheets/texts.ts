import { createHash } from 'node:crypto';
import { say } from '../../sync/model/index.ts';
import type { Workbook } from '../../sync/sheet/index.ts';

/** What we write into a spreadsheet is no answer. */
export const reviewTitles: readonly string[] = [say('review_sheet', 'zh-TW'), say('review_sheet', 'en')];

/**
 * What a workbook says, whatever it looks like: two exports of a spreadsheet differ in their bytes although nobody wrote anything.
 * Texts tell of a change as an answer does; looks, widths and comments do not.
 */
export function textsOf({ sheets }: Pick<Workbook, 'sheets'>): string {
  const hash = createHash('sha256');
  for (const { name, rows } of sheets.filter(each => !reviewTitles.includes(each.name))) {
    hash.update(JSON.stringify(name));
    for (const { row, cells } of rows)
      for (const { column, text } of cells) if (text !== '') hash.update(JSON.stringify([row, column, text]));
  }
  return hash.digest('hex');
}
