import type { Desk } from '../../../server/demo/desk.ts';
import type { Round, SheetAccount, SheetConnection } from '../../../sync/model/index.ts';
import { newServiceAccount } from '../../support/google/key.ts';
import { peopleAt } from '../../support/google/people.ts';
import { type Emulator, openEmulator } from '../../support/google/server.ts';

/** A Google that pages may talk to. */
export async function playGoogle(): Promise<Emulator> {
  const google = await openEmulator();
  google.cloud.quota = 100_000;
  google.cloud.folders.add('shared-folder');
  return google;
}

/** Spreadsheets of a round in the states that a page looks different in. */
export async function playSheets(
  desk: Desk,
  google: Emulator,
  round: Round,
): Promise<Readonly<Record<'waiting' | 'asking' | 'refused', SheetConnection>>> {
  const account = await desk.post<SheetAccount>('/api/sheetAccounts', { key: newServiceAccount(google.cloud) });
  const publish = (more: object = {}) =>
    desk.post<SheetConnection>('/api/sheets', {
      roundId: round.id,
      accountId: account.id,
      tabbing: 'unit',
      folderId: 'shared-folder',
      ...more,
    });
  const sync = ({ id, version }: SheetConnection) => desk.post<SheetConnection>(`/api/sheets/${id}/sync`, { version });
  const peopleOf = (sheet: SheetConnection) => peopleAt(google.cloud.books.get(sheet.spreadsheetId ?? '')!);

  const waiting = await publish({ everyMinutes: 60 });
  const writers = peopleOf(waiting);
  for (const id of writers.rowIds.slice(0, 6)) writers.type(id, 'remarks', '課室在線上補充的說明');
  const asking = await publish();
  const losers = peopleOf(asking);
  for (const id of losers.rowIds) losers.deleteRow(id);
  losers.deleteColumn('備註');
  return { waiting: await sync(waiting), asking: await sync(asking), refused: await publish({ folderId: '' }) };
}
