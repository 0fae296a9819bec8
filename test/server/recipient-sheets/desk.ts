import { expect, vi } from 'vitest';
import type { CollectionFile, RecipientSheet, SheetAccount } from '../../../sync/model/index.ts';
import type { Client } from '../../support/client.ts';
import type { Engine } from '../../support/engines.ts';
import type { Book } from '../../support/google/book.ts';
import { newServiceAccount } from '../../support/google/key.ts';
import { writeAt } from '../../support/google/people.ts';
import { type Emulator, openEmulator } from '../../support/google/server.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { type Asked, returnsDesk, reviewFirstRow } from '../../support/returns-desk.ts';

const columns = { result: 3, narrative: 4 } as const;
/** For work in the background. */
const patient = { timeout: 60_000, interval: 50 };

/** The bureau's secretariat with a Google of its own, which hands out collections there. Files at Google tell the office's time. */
export async function openHandingDesk(engine: Engine) {
  const google: Emulator = await openEmulator();
  const { cloud } = google;
  cloud.quota = 100_000;
  cloud.folders.add('shared');
  const office: Office = await openOffice(engine, { googleRootUrl: google.root, sessionIdleMinutes: 600 });
  cloud.fileTime = () => office.context.now().getTime();
  const client: Client = office.bureau.as.secretariat;
  const desk = returnsDesk(() => office);
  const { ok } = desk;
  let accounts = 0;

  const sheets = ({ id }: { readonly id: string }): Promise<readonly RecipientSheet[]> =>
    ok(client.get(`/api/recipientSheets?collectionId=${id}&_sort=id&_limit=500`), 200);
  const now = (sheet: Pick<RecipientSheet, 'id'>): Promise<RecipientSheet> =>
    ok(client.get(`/api/recipientSheets/${sheet.id}`), 200);
  const until = <T>(look: () => Promise<T>, is: (value: T) => boolean): Promise<T> =>
    vi.waitFor(async () => {
      const value = await look();
      expect(is(value), JSON.stringify(value)).toBe(true);
      return value;
    }, patient);
  return {
    ...desk,
    now_: desk.now,
    office,
    google,
    cloud,
    client,
    sheets,
    now,
    until,
    /** Each account has a quota of its own, which tests would use up within the minute. */
    async connect(): Promise<SheetAccount> {
      const key = newServiceAccount(cloud, `guankao-${++accounts}@emulator.iam.gserviceaccount.com`);
      return ok(client.post('/api/sheetAccounts', { key }), 201);
    },
    async handOut({ collection }: Pick<Asked, 'collection'>, more: object = {}) {
      const accountId = (await this.connect()).id;
      return client.post(`/api/collections/${collection.id}/handOutSheets`, {
        accountId,
        folderId: 'shared',
        share: false,
        ...more,
      });
    },
    /** Hands out to all and waits until all are there. */
    async handedOut(asked: Asked, more: object = {}): Promise<readonly RecipientSheet[]> {
      await ok(this.handOut(asked, more), 200);
      return until(
        () => sheets(asked.collection),
        list => list.length > 0 && list.every(({ state }) => state === 'active'),
      );
    },
    bookOf: ({ spreadsheetId }: RecipientSheet): Book => cloud.books.get(spreadsheetId ?? '')!,
    /** What an agency writes into a row, counted from 0. */
    write(sheet: RecipientSheet, n: number, field: keyof typeof columns, text: string): void {
      writeAt(this.bookOf(sheet), reviewFirstRow + n, columns[field], text);
    },
    async take(sheet: RecipientSheet, by: Client = client) {
      const { version } = await now(sheet);
      return by.post(`/api/recipientSheets/${sheet.id}/take`, { version });
    },
    /** Takes back and waits until that is done; the files of the agency that are read by then. */
    async taken(sheet: RecipientSheet, by: Client = client): Promise<readonly CollectionFile[]> {
      await ok(this.take(sheet, by), 200);
      await until(
        () => now(sheet),
        ({ takeNext }) => !takeNext,
      );
      return this.filesOf(sheet);
    },
    filesOf: (sheet: RecipientSheet): Promise<readonly CollectionFile[]> =>
      until(
        async () =>
          (await desk.files({ id: sheet.collectionId })).filter(({ recipientId }) => recipientId === sheet.recipientId),
        list => list.every(({ state }) => state !== 'waiting'),
      ),
    /** Lets time pass, at Google too, and looks at everything whose time has come. */
    async pass(ms: number): Promise<void> {
      office.clock.advance(ms);
      office.context.background.wake('recipientSheets');
    },
    asked: (part: string): number => cloud.log.filter(line => line.includes(part)).length,
    async close() {
      await office.close();
      await google.close();
    },
  };
}

export type HandingDesk = Awaited<ReturnType<typeof openHandingDesk>>;
