import type { Kysely, Transaction } from 'kysely';
import type { Anchor } from '../../sync/form/template/index.ts';
import type { BaseRow, OursRow } from '../../sync/merge/index.ts';
import type { Answer } from '../../sync/model/index.ts';
import type { Engine } from '../database/connect.ts';
import type { Database } from '../database/schema.ts';

/** What the rows of a form left with, by row id in printed order. */
export async function baseOf(db: Kysely<Database>, formId: string): Promise<ReadonlyMap<string, BaseRow>> {
  const rows = await db
    .selectFrom('formRows')
    .select(['rowId', 'reportId', 'answer'])
    .where('formId', '=', formId)
    .orderBy('position')
    .execute();
  return new Map(rows.map(row => [row.rowId, { reportId: row.reportId, answer: JSON.parse(row.answer) as Answer }]));
}

/** Where the reports of a form stand in the template that it went out through; none in our own form. */
export async function anchorsOf(db: Kysely<Database>, formId: string): Promise<readonly Anchor[]> {
  const rows = await db
    .selectFrom('formRows')
    .select(['rowId', 'sheet', 'row', 'unit', 'answer'])
    .where('formId', '=', formId)
    .orderBy('position')
    .execute();
  return rows.flatMap(({ rowId, sheet, row, unit, answer }) =>
    sheet === null || row === null ? [] : [{ rowId, sheet, row, unit, answer: JSON.parse(answer) as Answer }],
  );
}

/** What now stands in the reports of a form, by row id. */
export async function oursOf(db: Kysely<Database>, formId: string): Promise<ReadonlyMap<string, OursRow>> {
  const rows = await db
    .selectFrom('formRows')
    .innerJoin('reports', 'reports.id', 'formRows.reportId')
    .select(['rowId', 'reports.version', 'reports.state', 'result', 'narrative', 'remarks'])
    .where('formId', '=', formId)
    .execute();
  return new Map(
    rows.map(({ rowId, version, state, ...answer }) => [rowId, { answer, version, locked: state === 'accepted' }]),
  );
}

/** Keeps everybody else from writing the reports of a form until the transaction ends. SQLite has one writer anyway. */
export async function lockReports(tx: Transaction<Database>, engine: Engine, formId: string): Promise<void> {
  if (engine !== 'postgres') return;
  await tx
    .selectFrom('reports')
    .select('id')
    .where('id', 'in', sub => sub.selectFrom('formRows').select('reportId').where('formId', '=', formId))
    .orderBy('id')
    .forUpdate()
    .execute();
}
