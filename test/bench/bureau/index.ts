import { setTimeout as wait } from 'node:timers/promises';
import { consolidationFormats } from '../../../sync/collect/index.ts';
import { fillForm } from '../../../sync/form/fill/index.ts';
import type { Collection } from '../../../sync/model/index.ts';
import { tickFirstRow, tickForm } from '../../support/bureau-forms.ts';
import { startPostgres } from '../../support/postgres.ts';
import type { Bench, Measure } from '../measure.ts';
import { floorsOf } from './floor.ts';
import { type BureauOffice, openBureau } from './office.ts';

/** `BENCH_BUREAU=300` for fewer agencies. */
const agencies = Number(process.env.BENCH_BUREAU ?? 1000);
const questions = 60;
/** Files of one request. */
const filesAtOnce = 250;

interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const answers = ['已完成', '辦理中', '未辦理', '不適用'] as const;

/** What an agency sends back. */
function filled(bytes: Uint8Array, n: number): Uint8Array {
  const rows = Array.from({ length: questions }, (_, i) => ({
    row: tickFirstRow + i,
    result: answers[(n + i) % answers.length]!,
    narrative: `第${n}所第${i + 1}步：依計畫辦理，本期受理${n * i}件，民眾滿意度達九成以上。`,
  }));
  const made = fillForm(bytes, '表單.xlsx', null, { sheets: [{ name: '自評表', rows }] });
  if (!made.ok) throw new Error(made.issue.message);
  return made.bytes;
}

/** @returns what the server answered, as far as it is what was asked for */
async function ok(answer: ReturnType<BureauOffice['client']['get']>) {
  const { status, body, raw } = await answer;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return { body, raw };
}

async function draft({ client, agencyIds }: BureauOffice): Promise<Collection> {
  const bytes = await tickForm({
    steps: Array.from({ length: questions }, (_, i) => ({
      label: String(i + 1),
      text: `第${i + 1}步：檢視櫃檯作業並公告辦理情形`,
    })),
  });
  const { body: template } = await ok(client.upload('/api/templates', [{ name: '自評表.xlsx', bytes }]));
  const asked = {
    name: '服務自評',
    templateId: template.id,
    dueDate: '2025-01-31',
    instructions: '',
    previousId: null,
  };
  return (await ok(client.post('/api/collections', { ...asked, agencyIds }))).body;
}

/** Until the work in the background is done, looked at from beside so that it is not disturbed. */
async function until(work: () => Promise<{ readonly left: number }>): Promise<void> {
  while ((await work()).left > 0) await wait(10);
}

async function returned({ client, beside }: BureauOffice, { id }: Collection): Promise<readonly File[]> {
  const recipients = await beside.db.selectFrom('recipients').select('id').where('collectionId', '=', id).execute();
  const files: File[] = [];
  for (const [n, { id }] of recipients.entries()) {
    const { raw } = await ok(client.get(`/api/recipients/${id}/workbook`));
    files.push({ name: `回復${n}.xlsx`, bytes: filled(new Uint8Array(raw), n) });
  }
  return files;
}

const what = (step: string): string => `${agencies} agencies × ${questions} rows: ${step}`;

/** One collection of a bureau: every step timed, with the statements that it took. */
async function collecting(who: string, databaseUrl: string | null): Promise<readonly Measure[]> {
  const office = await openBureau(databaseUrl, agencies);
  const { client, beside } = office;
  const measures: Measure[] = [];
  const told = (step: string, who: string, p50: number, note = ''): void => {
    measures.push({ what: what(step), who, perSecond: (agencies / p50) * 1000, p50, ...(note ? { note } : {}) });
  };
  const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const before = office.statements();
    const began = performance.now();
    const result = await work();
    told(step, who, performance.now() - began, `${office.statements() - before} statements`);
    return result;
  };
  const waiting = (table: 'recipients' | 'collectionFiles', id: string) => () =>
    beside.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('left'))
      .where('collectionId', '=', id)
      .$if(table === 'recipients', query => query.where('sha256', 'is', null))
      .$if(table === 'collectionFiles', query => query.where('state', '=', 'waiting'))
      .executeTakeFirstOrThrow();
  try {
    const collection = await timed('make the collection', () => draft(office));
    const { id, version } = collection;
    const url = `/api/collections/${id}`;
    await timed('open it, workbooks made', async () => {
      await ok(client.post(`${url}/open`, { version }));
      await until(waiting('recipients', id));
    });
    await timed('remind all that are late', () => ok(client.post(`${url}/chase`, {})));
    const files = await returned(office, collection);
    await timed('take in and read what came back', async () => {
      for (let i = 0; i < files.length; i += filesAtOnce)
        await ok(client.upload(`${url}/deliveries`, files.slice(i, i + filesAtOnce)));
      await until(waiting('collectionFiles', id));
    });
    await timed('the roster and its lines', async () => {
      await ok(client.get(`${url}/roster`));
      await ok(client.get(`/api/recipients?collectionId=${id}&_start=0&_end=5000`));
    });
    await timed('apply all', async () => {
      const { applied, left } = (await ok(client.post(`${url}/apply`, {}))).body;
      if (applied !== agencies) throw new Error(`${applied} were applied; left: ${JSON.stringify(left.slice(0, 3))}`);
    });
    const engine = databaseUrl === null ? 'SQLite' : 'PostgreSQL';
    const floors = floorsOf(beside, id);
    told('apply all', `floor: ${engine} copies the rows`, await floors.copy(), 'one transaction an agency');
    await timed('statistics', () => ok(client.get(`${url}/statistics`)));
    const scan = await floors.scan();
    told('statistics', `floor: ${engine} hands over the rows`, scan, 'parsed, once');
    for (const format of consolidationFormats)
      await timed(`consolidated .${format}`, () => ok(client.get(`${url}/consolidation?format=${format}`)));
    told('consolidated', `floor: ${engine} hands over the rows`, scan * 4, 'parsed, once for each sheet');
    return measures;
  } finally {
    await office.close();
  }
}

async function run(): Promise<readonly Measure[]> {
  const postgres = await startPostgres({ durable: true });
  try {
    return [
      ...(await collecting('Guankao on SQLite', null)),
      ...(await collecting('Guankao on PostgreSQL', postgres.url)),
    ];
  } finally {
    await postgres.stop();
  }
}

/** A bureau that asks many agencies: how long each step takes it, and how often the database is asked. */
export const bureau: Bench = { name: 'bureau', run };
