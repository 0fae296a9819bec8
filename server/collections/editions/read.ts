import { type Edition, editionOf } from '../../../sync/collect/index.ts';
import { type FormProfile, type ProfileCorrection, rowKey } from '../../../sync/model/index.ts';
import type { Workbook } from '../../../sync/sheet/index.ts';

export interface EditionOrder {
  readonly edition: number;
  readonly profile: FormProfile;
  readonly corrections: ProfileCorrection;
}

/** Reads a form as the edition of a collection. Its rows are named by their places until each is known as a question. */
export const readEdition = (workbook: Workbook, order: EditionOrder): Edition =>
  editionOf(workbook, {
    ...order,
    rows: order.profile.sheets.flatMap(({ name, rows }) =>
      rows.map(({ row }) => ({ sheet: name, row, rowId: rowKey(name, row) })),
    ),
  });

/** The same edition with the ids of its questions, by place. */
export const withRowIds = (edition: Edition, rowIds: ReadonlyMap<string, string>): Edition => ({
  ...edition,
  rows: edition.rows.map(row => ({ ...row, rowId: rowIds.get(row.rowId) ?? row.rowId })),
});
