import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readList } from '../../../server/recipients/addresses/read-list.ts';
import { previewAddresses, setAddresses } from '../../../server/recipients/addresses/service.ts';
import { change } from '../../../server/records/change.ts';
import type { AddressPreview, Collection, Recipient } from '../../../sync/model/index.ts';
import { counted } from '../../support/counted.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { foundAgencies, returnsDesk } from '../../support/returns-desk.ts';

describe('a list of addresses', () => {
  const agencies = [
    '臺南市中西區公所',
    '臺南市安南區公所',
    '高雄市三民區公所',
    '南投縣信義鄉公所',
    '臺北市信義區公所',
  ].map((name, n) => ({ id: `${n}`, name }));
  const read = (text: string) => {
    const { addresses, problems } = readList(text, agencies);
    return { addresses: Object.fromEntries(addresses), problems: problems.map(({ line, why }) => [line, why]) };
  };

  it.each([
    ['commas and a heading', '機關,信箱\r\n臺南市中西區公所,a@gov.tw\r\n'],
    ['tabs, as copied from a sheet, other columns between', '1\t台南市中西區公所\t06-1234567\ta@gov.tw'],
    ['the address first, in quotes, under a mark of byte order', '\uFEFF"a@gov.tw";"臺南市中西區公所"'],
    ['a name as mail programs write it', '中西區公所，承辦人 <a@gov.tw>'],
    ['letters as wide as characters', '臺南市中西區公所　,ａ＠gov.tw'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual({ addresses: { 0: 'a@gov.tw' }, problems: [] });
  });

  it('tells what it does not know, guesses nothing, and takes what is certain', () => {
    const text = [
      '臺南市安南區公所,b@gov.tw',
      '火星市第一區公所,m@gov.tw',
      '信義,x@gov.tw',
      '高雄市三民區公所,不詳',
      '高雄市三民區公所,a@b@c',
      '臺南市中西區公所,one@gov.tw',
      '臺南市中西區公所,two@gov.tw',
      '臺南市中西區公所,臺南市安南區公所,c@gov.tw',
      '',
      'nobody@gov.tw',
    ].join('\n');
    expect(read(text)).toEqual({
      addresses: { 1: 'b@gov.tw' },
      problems: [
        [2, 'unknown'],
        [3, 'ambiguous'],
        [4, 'invalid'],
        [5, 'invalid'],
        [6, 'twice'],
        [7, 'twice'],
        [8, 'ambiguous'],
        [10, 'unknown'],
      ],
    });
  });

  it('is read whatever is in it, and never gives an agency what no line says', () => {
    const cell = fc.oneof(
      fc.constantFrom(...agencies.map(({ name }) => name), 'a@gov.tw', 'b@gov.tw', '"', '@', '<'),
      fc.string(),
    );
    const line = fc.tuple(cell, fc.constantFrom(',', '\t', '；', '"'), cell).map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.array(line), lines => {
        for (const address of readList(lines.join('\n'), agencies).addresses.values())
          expect(lines.join('\n').normalize('NFKC')).toContain(address);
      }),
    );
  });

  it('of many lines without end is read at once', () => {
    expect(read(`${'"'.repeat(200_000)},a@gov.tw`).problems).toEqual([[1, 'unknown']]);
    expect(read(`${', '.repeat(100_000)}x`).addresses).toEqual({});
  });
});

describe.each(engines)('addresses of many agencies on $name', engine => {
  let office: Office;
  let collection: Collection;
  let recipients: readonly Recipient[];
  const desk = returnsDesk(() => office);
  const names = (n: number) => `清川市第${n + 1}區公所`;
  beforeAll(async () => {
    office = await openOffice(engine);
    const agencies = await foundAgencies(office, 20);
    ({ collection, recipients } = await desk.ask(agencies.map(({ id }) => id)));
  });
  afterAll(() => office?.close());

  const url = () => `/api/collections/${collection.id}/addresses`;
  const secretariat = () => office.bureau.as.secretariat;
  const preview = async (text?: string): Promise<AddressPreview> =>
    desk.ok(secretariat().post(`${url()}/preview`, text === undefined ? {} : { text }), 200);
  const list = (domain: string) => recipients.map((_, n) => `${names(n)},desk${n}@${domain}`).join('\n');
  const addresses = async () => (await desk.recipients(collection)).map(({ mailTo }) => mailTo);

  it('are looked at first, then set together, each with an event, and once more to no effect', async () => {
    const { changes, ...rest } = await preview(`${list('one.example.org')}\n沒有的機關,x@example.org`);
    expect(rest).toEqual({
      same: 0,
      unnamed: 0,
      problems: [{ line: 21, text: '沒有的機關,x@example.org', why: 'unknown' }],
    });
    expect(changes).toHaveLength(20);
    expect(await addresses(), 'looking changes nothing').toEqual(recipients.map(() => null));
    expect((await secretariat().post(url(), { changes })).body).toEqual({ changed: 20 });
    expect((await addresses()).toSorted()).toEqual(recipients.map((_, n) => `desk${n}@one.example.org`).toSorted());
    expect(await desk.eventsOf(recipients[0]!.id)).toContain('recipients.update');
    expect(await preview(list('one.example.org'))).toMatchObject({ changes: [], same: 20 });
  });

  it('are not set over what somebody set meanwhile: all of them or none', async () => {
    const { changes } = await preview(list('two.example.org'));
    const other = await desk.recipient(recipients[7]!.id);
    await desk.ok(
      secretariat().patch(`/api/recipients/${other.id}`, { version: other.version, mailTo: 'me@example.org' }),
      200,
    );
    const before = await addresses();
    const { status, body } = await secretariat().post(url(), { changes });
    expect([status, body.code]).toEqual([409, 'addresses_changed']);
    expect(body.details.current).toEqual([{ id: other.id, mailTo: 'me@example.org' }]);
    expect(await addresses()).toEqual(before);
    // What changes on the roster meanwhile is no other address.
    await desk.ok(secretariat().post(url(), { changes: (await preview(list('two.example.org'))).changes }), 200);
  });

  it('come from the agencies’ own records, which new collections go by', async () => {
    const { body: agency } = await office.bureau.as.administrator.get(`/api/agencies/${recipients[3]!.agencyId}`);
    const { status } = await office.bureau.as.administrator.patch(`/api/agencies/${agency.id}`, {
      version: agency.version,
      email: 'official@example.org',
    });
    expect(status).toBe(200);
    const { changes, unnamed } = await preview();
    expect(unnamed).toBe(19);
    expect(changes).toEqual([
      { recipientId: recipients[3]!.id, before: expect.any(String), after: 'official@example.org' },
    ]);
    const next = await desk.ask([agency.id, recipients[4]!.agencyId]);
    expect(next.recipients.map(({ mailTo }) => mailTo)).toEqual(['official@example.org', 'desk4@two.example.org']);
  });

  it('of others are out of reach', async () => {
    const changes = [{ recipientId: recipients[0]!.id, before: null, after: 'x@example.org' }];
    expect((await office.foreign.as.secretariat.post(url(), { changes })).status).toBe(404);
    expect((await office.bureau.as.officer.post(url(), { changes })).status).toBe(403);
    const mixed = await desk.ask([recipients[0]!.agencyId]);
    const foreign = [{ recipientId: mixed.recipients[0]!.id, before: null, after: 'x@example.org' }];
    expect((await secretariat().post(url(), { changes: foreign })).body.code).toBe('foreign_reference');
    const wrong = [{ recipientId: recipients[0]!.id, before: null, after: 'no address' }];
    expect((await secretariat().post(url(), { changes: wrong })).status).toBe(400);
  });

  it('ask the database as often for many as for few', async () => {
    const actor = office.bureau.users.secretariat;
    const statements = async (count: number, domain: string) => {
      const { context, count: sent } = counted(office.context);
      const { changes } = await previewAddresses(context, collection, list(domain));
      await change(context, actor, work => setAddresses(work, collection.id, changes.slice(0, count)));
      return sent();
    };
    expect(await statements(20, 'three.example.org')).toBe(await statements(1, 'four.example.org'));
  });

  it('tell an agency who asks it, and nothing else of those above', async () => {
    await desk.ask([office.district.agency.id]);
    const { body } = await office.district.as.secretariat.get('/api/recipients/bureaus');
    expect(body).toEqual([{ id: office.bureau.agency.id, name: '清川市民政局' }]);
    expect((await office.foreign.as.secretariat.get('/api/recipients/bureaus')).body).toEqual([]);
    const { body: seen } = await office.district.as.secretariat.get('/api/agencies');
    expect(seen.map(({ name }: { name: string }) => name)).toEqual(['清川市青田區公所']);
  });
});
