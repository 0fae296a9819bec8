import ExcelJS from 'exceljs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  bucketsOf,
  faultOf,
  type Google,
  openGoogle,
  type Pace,
  placesAt,
  publishRequests,
  serviceAccountOf,
} from '../../../../sync/sheet/google/index.ts';
import { newServiceAccount } from '../../../support/google/key.ts';
import { type Emulator, openEmulator } from '../../../support/google/server.ts';
import { contentOf } from './forms.ts';

/** Google's own client, over HTTP, against something that answers as Google does. */
describe('the client', () => {
  let emulator: Emulator;
  let google: Google;
  const waits: number[] = [];
  const pace: Pace = { now: Date.now, random: () => 0.5, sleep: async ms => void waits.push(ms) };
  const asked = (part: string) => emulator.cloud.log.filter(line => line.includes(part)).length;
  const published = async () => {
    const { spreadsheetId } = await google.create('表', `key-${Math.random()}`, 'shared');
    const request = { tabbing: 'unit', operation: 'publish', before: [0] } as const;
    await google.write(spreadsheetId, publishRequests(contentOf(4), request));
    return spreadsheetId;
  };

  beforeAll(async () => {
    emulator = await openEmulator();
    emulator.cloud.folders.add('shared');
    emulator.cloud.quota = 100_000;
    google = openGoogle({
      credential: serviceAccountOf(newServiceAccount(emulator.cloud))!,
      places: placesAt(emulator.root),
      pace,
      buckets: [bucketsOf(pace, 'user')],
    });
  });
  beforeEach(() => {
    waits.length = 0;
    emulator.cloud.troubles.length = 0;
  });
  afterAll(() => emulator?.close());

  it('reads everything in one request, and only what is needed of it', async () => {
    const id = await published();
    const before = asked('GET /v4');
    const state = await google.read(id);
    expect(asked('GET /v4') - before).toBe(1);
    expect(state.operation).toBe('publish');
    expect(state.tabs.map(({ title }) => title)).toEqual(expect.arrayContaining(['民政課', '社會課']));
  });

  it('knows by the version whether anybody changed anything', async () => {
    const id = await published();
    const version = await google.version(id);
    expect(await google.version(id)).toBe(version);
    emulator.cloud.books.get(id)!.version += 1;
    expect(await google.version(id)).not.toBe(version);
  });

  it('sends a write once, whatever the answer: what is unclear is for the caller to look into', async () => {
    const id = await published();
    const before = asked(':batchUpdate');
    for (const when of ['before', 'after'] as const) {
      emulator.cloud.troubles.push({ on: 'write', when, status: 503 });
      const fault = await google
        .write(id, [{ appendDimension: { sheetId: 1001, dimension: 'ROWS', length: 1 } }])
        .catch(faultOf);
      expect(fault).toMatchObject({ kind: 'unclear', code: 'google_unreachable' });
    }
    expect(asked(':batchUpdate') - before).toBe(2);
  });

  it('sends a write again that was refused for its number, after waiting as long as it was told', async () => {
    const id = await published();
    emulator.cloud.troubles.push({ on: 'write', when: 'before', status: 429, retryAfter: 7 });
    await google.write(id, [{ appendDimension: { sheetId: 1001, dimension: 'ROWS', length: 1 } }]);
    expect(waits).toContain(7000);
  });

  it('reads again after a failure', async () => {
    const id = await published();
    for (const status of [503, 500, 429]) emulator.cloud.troubles.push({ on: 'read', when: 'before', status });
    expect((await google.read(id)).title).toBe('表');
    expect(waits.length).toBeGreaterThanOrEqual(3);
  });

  it('finds the spreadsheet that was made before an answer was lost', async () => {
    const before = emulator.cloud.books.size;
    emulator.cloud.troubles.push({ on: 'write', when: 'after', status: 503 });
    expect(await google.create('表', 'once', 'shared').catch(faultOf)).toMatchObject({ kind: 'unclear' });
    const { spreadsheetId } = await google.create('表', 'once', 'shared');
    expect(emulator.cloud.books.size - before).toBe(1);
    expect(emulator.cloud.books.has(spreadsheetId)).toBe(true);
  });

  it('tells apart what is final', async () => {
    expect(await google.create('表', 'homeless', null).catch(faultOf)).toMatchObject({ code: 'google_storage' });
    expect(await google.create('表', 'nowhere', 'no-such-folder').catch(faultOf)).toMatchObject({
      code: 'google_absent',
    });
    const id = await published();
    expect(await google.write(id, [{ deleteSheet: { sheetId: 424_242 } }]).catch(faultOf)).toMatchObject({
      code: 'google_rejected',
    });
    emulator.cloud.unshared.add(id);
    expect(await google.version(id).catch(faultOf)).toMatchObject({ code: 'google_absent' });
    expect(await google.read(id).catch(faultOf)).toMatchObject({ code: 'google_forbidden' });
    emulator.cloud.unshared.clear();
    emulator.cloud.books.get(id)!.trashed = true;
    expect(await google.version(id).catch(faultOf)).toMatchObject({ code: 'google_absent' });
    expect(waits).toEqual([]);
  });

  it('makes a spreadsheet of a workbook, once, and takes it away as one again', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('檢核表');
    sheet.addRow(['題目', '辦理情形', 7, true]);
    sheet.mergeCells('A2:B2');
    sheet.getCell('C2').dataValidation = { type: 'list', allowBlank: true, formulae: ['"已完成,辦理中"'] };
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    emulator.cloud.troubles.push({ on: 'write', when: 'after', status: 503 });
    expect(await google.create('表', 'upload', 'shared', bytes).catch(faultOf)).toMatchObject({ kind: 'unclear' });
    const made = await google.create('表', 'upload', 'shared', bytes);
    expect(made).toMatchObject({ isNew: false, url: expect.stringContaining(emulator.root) });
    const again = new ExcelJS.Workbook();
    await again.xlsx.load(new Uint8Array(await google.download(made.spreadsheetId, 1_000_000)).buffer);
    const [back] = again.worksheets;
    expect(back!.getRow(1).values).toEqual([undefined, '題目', '辦理情形', 7, true]);
    expect([back!.getCell('B2').isMerged, back!.getCell('C2').dataValidation.type]).toEqual([true, 'list']);
  });

  it('tells a refused, an endless and a missing export apart, and does not ask again for what is final', async () => {
    const id = await published();
    const before = asked('/export');
    expect(await google.download(id, 100).catch(faultOf)).toMatchObject({ kind: 'final', code: 'google_export_large' });
    emulator.cloud.exportLimit = 10;
    expect(await google.download(id, 1_000_000).catch(faultOf)).toMatchObject({ code: 'google_export_large' });
    emulator.cloud.exportLimit = 10_000_000;
    expect(await google.download('no-such-file', 100).catch(faultOf)).toMatchObject({ code: 'google_absent' });
    expect(asked('/export') - before).toBe(3);
    expect(waits).toEqual([]);
  });

  it('shares with an address once, and says who is refused', async () => {
    const id = await published();
    await google.share(id, 'Desk@Example.org');
    await google.share(id, 'desk@example.org');
    expect(emulator.cloud.notices).toEqual(['Desk@Example.org']);
    emulator.cloud.strangers.add('nobody@example.org');
    expect(await google.share(id, 'nobody@example.org').catch(faultOf)).toMatchObject({
      kind: 'final',
      code: 'google_share_refused',
    });
  });

  it('never leads people to an address that is not Google’s', async () => {
    const { spreadsheetId } = await google.create('表', 'elsewhere', 'shared');
    for (const url of ['javascript:alert(1)', 'https://evil.example/login', '']) {
      emulator.cloud.books.get(spreadsheetId)!.url = url;
      const found = await google.create('表', 'elsewhere', 'shared');
      expect(found.url).toBe(`${emulator.root}/spreadsheets/d/${spreadsheetId}/edit`);
    }
  });
});
