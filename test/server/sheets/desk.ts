import { expect } from 'vitest';
import type { Report, SheetAccount, SheetConnection } from '../../../sync/model/index.ts';
import type { Client } from '../../support/client.ts';
import type { Engine } from '../../support/engines.ts';
import { exchangeDesk } from '../../support/exchange-desk.ts';
import type { Book } from '../../support/google/book.ts';
import { newServiceAccount } from '../../support/google/key.ts';
import { type People, peopleAt } from '../../support/google/people.ts';
import { type Emulator, openEmulator } from '../../support/google/server.ts';
import { type Office, openOffice } from '../../support/office.ts';
import type { OpenRound } from '../../support/open-round.ts';

/** The district's secretariat with a Google of its own, connected by a service account. */
export async function openSheetDesk(engine: Engine) {
  const google: Emulator = await openEmulator();
  google.cloud.quota = 100_000;
  google.cloud.folders.add('shared');
  const office: Office = await openOffice(engine, { googleRootUrl: google.root });
  const secretariat: Client = office.district.as.secretariat;
  const keyOf = (name: string): string => newServiceAccount(google.cloud, `${name}@emulator.iam.gserviceaccount.com`);
  let accounts = 0;
  /** Each account has a quota of its own, which tests would use up within the minute. */
  const connect = async (name = `guankao-${++accounts}`): Promise<SheetAccount> => {
    const { status, body } = await secretariat.post('/api/sheetAccounts', { key: keyOf(name) });
    expect(status, JSON.stringify(body)).toBe(201);
    return body;
  };
  const exchanges = exchangeDesk(() => secretariat);

  const now = async ({ id }: SheetConnection): Promise<SheetConnection> =>
    (await secretariat.get(`/api/sheets/${id}`)).body;
  const bookOf = (sheet: SheetConnection): Book => google.cloud.books.get(sheet.spreadsheetId ?? '')!;
  return {
    office,
    google,
    connect,
    secretariat,
    exchanges,
    now,
    bookOf,
    async publish({ round }: OpenRound, more: object = {}): Promise<SheetConnection> {
      const wish = { roundId: round.id, accountId: (await connect()).id, tabbing: 'unit', folderId: 'shared', ...more };
      const { status: answered, body } = await secretariat.post('/api/sheets', wish);
      expect(answered, JSON.stringify(body)).toBe(201);
      return body;
    },
    async sync(sheet: SheetConnection, more: object = {}) {
      const { id, version } = await now(sheet);
      return secretariat.post(`/api/sheets/${id}/sync`, { version, ...more });
    },
    peopleOf: (sheet: SheetConnection): People => peopleAt(bookOf(sheet)),
    async rowIdOf(sheet: SheetConnection, report: Report): Promise<string> {
      const row = await office.context.db
        .selectFrom('sheetRows')
        .select('rowId')
        .where('sheetId', '=', sheet.id)
        .where('reportId', '=', report.id)
        .executeTakeFirstOrThrow();
      return row.rowId;
    },
    async editHere(report: Report, set: Partial<Report>): Promise<void> {
      const { version } = await exchanges.reportNow(report);
      const { status: answered } = await office.district.as.officer.patch(`/api/reports/${report.id}`, {
        version,
        ...set,
      });
      expect(answered).toBe(200);
    },
    /** How many requests of a kind reached Google. */
    asked: (part: string): number => google.cloud.log.filter(line => line.includes(part)).length,
    async close() {
      await office.close();
      await google.close();
    },
  };
}

export type SheetDesk = Awaited<ReturnType<typeof openSheetDesk>>;
