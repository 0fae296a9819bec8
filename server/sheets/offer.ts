import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { byteOrderMark, guarded, writeRecords } from '../../sync/form/csv/index.ts';
import type { ReturnedForm } from '../../sync/form/returned.ts';
import { countsOf } from '../../sync/merge/index.ts';
import { type AnswerField, answerFields, type Exchange, type SheetConnection } from '../../sync/model/index.ts';
import type { Context } from '../context.ts';
import { exchanges } from '../exchanges/definition.ts';
import { type KeptFile, previewOf } from '../exchanges/stored.ts';
import { type Arrived, keep } from '../files/receive.ts';
import type { Change } from '../records/change.ts';
import { insert } from '../records/records.ts';

/** Which fields of a spreadsheet an exchange brings. */
export type Chosen = (rowId: string, field: AnswerField) => boolean;

/** The same reading with the chosen fields alone; the others count as columns that are not there. */
export const only = (returned: ReturnedForm, chosen: Chosen): ReturnedForm => ({
  ...returned,
  rows: returned.rows.map(row => ({
    ...row,
    cells: Object.fromEntries(
      answerFields.map(field => [field, chosen(row.rowId, field) ? row.cells[field] : null]),
    ) as typeof row.cells,
  })),
});

/** What a spreadsheet said, as a file that people can open: kept like every file that comes in. */
export async function keepReading(context: Context, sheet: SheetConnection, returned: ReturnedForm): Promise<Arrived> {
  const titles = [...new Set(returned.rows.flatMap(({ values }) => Object.keys(values)))];
  const header = ['工作表', '列', ...titles, 'id'];
  const rows = [
    ...returned.rows.map(row => ({ ...row, id: row.rowId })),
    ...returned.strays.map(row => ({ ...row, id: '' })),
  ];
  const records = rows.map(({ sheet: tab, row, values, id }) => [
    tab,
    String(row),
    ...titles.map(title => values[title] ?? ''),
    id,
  ]);
  const bytes = Buffer.from(byteOrderMark + writeRecords([header, ...records].map(record => record.map(guarded))));
  const file = {
    name: `${sheet.name}.csv`,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    path: join(context.storage.incoming, uuid()),
  };
  await writeFile(file.path, bytes, { flush: true });
  await keep(context, file, 'text/csv');
  return file;
}

/** Makes an exchange of what a spreadsheet says, as if it had come in as a file. */
export async function newExchange(
  work: Change,
  sheet: SheetConnection,
  file: Arrived,
  kept: KeptFile,
): Promise<Exchange> {
  const changes = await previewOf(work.tx, sheet.formId, kept, {});
  const exchange = await insert<Exchange>(work, exchanges, {
    agencyId: sheet.agencyId,
    formId: sheet.formId,
    roundId: sheet.roundId,
    receivedBy: work.actor.id,
    fileName: file.name,
    sha256: file.sha256,
    size: file.size,
    state: 'previewed',
    stateReason: '',
    problem: null,
    counts: countsOf(changes, {}),
    appliedAt: null,
    undoneAt: null,
  });
  await work.tx
    .updateTable('exchanges')
    .set({ returned: JSON.stringify(kept), candidates: '[]' })
    .where('id', '=', exchange.id)
    .execute();
  return exchange;
}

/** Lets the exchange that waits say what the spreadsheet says now; decisions on fields that still say the same stay. */
export async function refreshExchange(work: Change, exchange: Exchange, file: Arrived, kept: KeptFile): Promise<void> {
  const changes = await previewOf(work.tx, exchange.formId!, kept, {});
  await work.tx
    .updateTable('exchanges')
    .set({
      returned: JSON.stringify(kept),
      sha256: file.sha256,
      size: file.size,
      counts: JSON.stringify(countsOf(changes, {})),
      version: exchange.version + 1,
      updatedAt: work.at,
    })
    .where('id', '=', exchange.id)
    .execute();
}
