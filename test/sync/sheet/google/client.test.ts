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
});
