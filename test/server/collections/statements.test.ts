import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyClean, rejectChosen } from '../../../server/collection-files/bulk.ts';
import { readWaiting } from '../../../server/collection-files/reader.ts';
import { deliver } from '../../../server/collection-files/receive.ts';
import { collections } from '../../../server/collections/definition.ts';
import { rosterOf } from '../../../server/collections/roster.ts';
import { createCollection } from '../../../server/collections/service.ts';
import type { Context } from '../../../server/context.ts';
import type { Arrived } from '../../../server/files/receive.ts';
import { chaseRecipients } from '../../../server/recipients/chasing.ts';
import { mailWorkbooks } from '../../../server/recipients/mailing.ts';
import { change } from '../../../server/records/change.ts';
import { find } from '../../../server/records/records.ts';
import type { Agency, Collection } from '../../../sync/model/index.ts';
import { tickForm } from '../../support/bureau-forms.ts';
import { collectionDesk, freshSteps } from '../../support/collection-desk.ts';
import { counted } from '../../support/counted.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { foundAgencies, returnsDesk, written } from '../../support/returns-desk.ts';

describe.each(engines)('the number of statements on $name', engine => {
  let office: Office;
  let agencies: readonly Agency[];
  beforeAll(async () => {
    office = await openOffice(engine);
    agencies = await foundAgencies(office, 120);
  });
  afterAll(() => office?.close());

  const desk = collectionDesk(() => office.bureau.as.secretariat);
  const actor = () => office.bureau.users.secretariat;
  const template = async (rows: number) => desk.template(await tickForm({ steps: freshSteps(rows) }));
  const asking = (count: number) => agencies.slice(0, count).map(({ id }) => id);
  /** Statements that the work takes. */
  const statements = async (work: (context: Context) => Promise<unknown>): Promise<number> => {
    const { context, count } = counted(office.context);
    await work(context);
    return count();
  };

  it('to make a collection does not grow with its agencies and questions', async () => {
    const make = async (rows: number, count: number) => {
      const written = {
        name: '案',
        templateId: (await template(rows)).id,
        dueDate: '2025-06-30',
        instructions: '',
        previousId: null,
        agencyIds: asking(count),
      };
      return statements(context => createCollection(context, actor(), written));
    };
    expect(await make(40, 120)).toBe(await make(2, 3));
  });

  it('to count, remind and mail does not grow with its agencies', async () => {
    const open = async (count: number): Promise<Collection> => {
      const draft = await desk.draft(await template(2), asking(count), { dueDate: '2025-05-01' });
      const opened = await desk.open(draft);
      await office.context.db
        .updateTable('recipients')
        .set({ mailTo: 'desk@example.org' })
        .where('collectionId', '=', opened.id)
        .execute();
      return opened;
    };
    const few = await open(3);
    const many = await open(120);
    const same = async (work: (context: Context, collection: Collection) => Promise<unknown>) =>
      expect(await statements(context => work(context, many))).toBe(await statements(context => work(context, few)));
    await same((context, collection) => rosterOf(context.db, collection, context.now()));
    await same((context, { id }) =>
      change(context, actor(), async work =>
        chaseRecipients(work, await find(work, collections, 'chase', id), { locale: 'zh-TW', canMail: true }),
      ),
    );
    await same((context, { id }) =>
      change(context, actor(), async work =>
        mailWorkbooks(work, await find(work, collections, 'mail', id), undefined, 'zh-TW'),
      ),
    );
    const chased = await desk.recipients(many);
    expect(chased.every(({ chases, mailState }) => chases === 1 && mailState === 'waiting')).toBe(true);
  });

  it('to take a file in does not grow with its rows, nor with the agencies that are asked', async () => {
    const returns = returnsDesk(() => office);
    const taking = async (rows: number, count: number): Promise<number> => {
      const { collection, recipients } = await returns.ask(asking(count), rows);
      const answers = Object.fromEntries(
        Array.from({ length: rows }, (_, n) => [n, { result: '已完成', narrative: `${n}` }] as const),
      );
      const bytes = written(await returns.bytesFor(recipients[0]!), answers);
      await returns.read(await returns.deliver(collection, [{ name: '回復.xlsx', bytes }]));
      const taken = await statements(async context =>
        expect(await applyClean(context, actor(), collection.id, undefined)).toEqual({ applied: 1, left: [] }),
      );
      expect(await returns.rows(collection)).toHaveLength(rows);
      return taken;
    };
    expect(await taking(40, 120)).toBe(await taking(2, 3));
  });

  it('to take ten files in at once is that of one', async () => {
    const returns = returnsDesk(() => office);
    const taking = async (count: number): Promise<number> => {
      const { collection, recipients } = await returns.ask(asking(count), 2);
      const files = await Promise.all(
        recipients.map(async (each, n) => ({
          name: `回復${n}.xlsx`,
          bytes: written(await returns.bytesFor(each), { 0: { narrative: `${n}` } }),
        })),
      );
      await returns.read(await returns.deliver(collection, files));
      return statements(async context =>
        expect(await applyClean(context, actor(), collection.id, undefined)).toEqual({ applied: count, left: [] }),
      );
    };
    expect(await taking(10)).toBe(await taking(1));
  });

  it('to turn ten files down at once is that of one, read or not', async () => {
    const returns = returnsDesk(() => office);
    const rejecting = async (count: number): Promise<number> => {
      const { collection, recipients } = await returns.ask(asking(count), 2);
      const files = await Promise.all(
        recipients.map(async (each, n) => ({
          name: `回復${n}.xlsx`,
          // Half of them cannot be read.
          bytes: n % 2 === 1 ? new TextEncoder().encode(`${n}`) : await returns.bytesFor(each),
        })),
      );
      await returns.read(await returns.deliver(collection, files));
      const came = (await returns.files(collection)).map(({ id, version }) => ({ id, version }));
      return statements(async context =>
        expect(await rejectChosen(context, actor(), collection.id, { files: came, reason: '重送' })).toEqual({
          rejected: count,
          left: [],
        }),
      );
    };
    expect(await rejecting(10)).toBe(await rejecting(1));
  });

  it('to receive and to read ten files is that of one', async () => {
    const returns = returnsDesk(() => office);
    const log = { error: () => {} };
    const reading = async (count: number) => {
      const { collection, recipients } = await returns.ask(asking(count), 2);
      const files = await Promise.all(
        recipients.map(async (each, n) => ({
          name: `回復${n}.xlsx`,
          bytes: written(await returns.bytesFor(each), { 0: { narrative: `${n}` } }),
        })),
      );
      return { collection, files };
    };
    const [few, many] = [await reading(1), await reading(10)];
    // Nobody else reads them.
    await office.context.background.stop();
    const received: number[] = [];
    const read: number[] = [];
    for (const { collection, files } of [few, many]) {
      const target = {
        bureauId: collection.agencyId,
        collectionId: collection.id,
        via: 'file',
        recipientId: null,
        anew: true,
      } as const;
      received.push(await statements(context => deliver(context, actor(), target, arriving(context, files))));
      read.push(
        await statements(async context => {
          const { run } = readWaiting(context, log);
          while (await run());
        }),
      );
      expect((await returns.files(collection)).map(({ state }) => state)).toEqual(files.map(() => 'read'));
    }
    expect(received[1]).toBe(received[0]);
    expect(read[1]).toBe(read[0]);
  });
});

/** Files that have arrived on this machine. */
async function* arriving(
  { storage }: Context,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): AsyncGenerator<Arrived> {
  for (const { name, bytes } of files) {
    const path = join(storage.incoming, uuid());
    await writeFile(path, bytes);
    yield { name, path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
}
