import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { returnsDesk, reviewForm, written, zipped } from '../../support/returns-desk.ts';

describe.each(engines)('files that come back in a collection on $name', engine => {
  let office: Office;
  const desk = returnsDesk(() => office);
  beforeAll(async () => {
    office = await openOffice(engine);
  }, 60_000);
  afterAll(() => office?.close());

  const districts = () => [office.district.agency.id, office.sibling.agency.id];
  const done = (text: string) => ({
    0: { result: '已完成', narrative: `${text}一` },
    1: { result: '辦理中', narrative: `${text}二` },
    2: { result: '未辦理', narrative: `${text}三` },
  });

  it('takes clean ones in with one press, with the place of every value', async () => {
    const { collection, recipients } = await desk.ask(districts());
    const files = await Promise.all(
      recipients.map(async (each, i) => ({
        name: `回復${i}.xlsx`,
        bytes: written(await desk.bytesFor(each), done(`${i}`)),
      })),
    );
    const delivery = await desk.deliver(collection, files);
    expect(delivery).toMatchObject({ total: 2, repeated: 0, refused: [] });
    expect(await desk.read(delivery)).toMatchObject({ total: 2, waiting: 0, read: 2, unreadable: 0 });
    const read = await desk.files(collection);
    expect(read.map(({ state, recognisedBy, edition, doubts }) => ({ state, recognisedBy, edition, doubts }))).toEqual(
      Array.from({ length: 2 }, () => ({ state: 'read', recognisedBy: 'id', edition: 1, doubts: [] })),
    );
    expect((await desk.roster(collection)).counts).toMatchObject({ returned: 2 });
    expect(await desk.rows(collection)).toEqual([]);
    expect(await desk.applyAll(collection)).toEqual({ applied: 2, left: [] });
    expect((await desk.roster(collection)).counts).toMatchObject({ consolidated: 2 });
    const rows = await desk.rows(collection);
    expect(rows).toHaveLength(6);
    const first = rows.find(
      ({ recipientId, accepted }) => recipientId === recipients[0]!.id && accepted.narrative === '0一',
    )!;
    expect(first.original).toMatchObject({ result: '已完成', narrative: '0一' });
    expect(first.lineage).toMatchObject({ sheet: '自評表', row: 5, cells: { result: 'C5', narrative: 'D5' } });
    expect(first.lineage!.fileName).toMatch(/^回復\d\.xlsx$/);
    expect(await desk.applyAll(collection)).toEqual({ applied: 0, left: [] });
    expect(await desk.eventsOf(first.id)).toEqual(['collectedRows.import']);
  });

  it('takes archives apart, keeps what cannot be read, and says what it did not take', async () => {
    const { collection, recipients } = await desk.ask(districts());
    const [one, two] = await Promise.all(recipients.map(each => desk.bytesFor(each)));
    const inner = zipped({ 'a.xlsx': written(one!, done('內')) });
    const archive = zipped({
      '回復/一.xlsx': written(one!, done('甲')),
      '回復/__MACOSX/._一.xlsx': new Uint8Array([1]),
      '筆記.txt': new TextEncoder().encode('只是筆記'),
      '裡面.zip': inner,
      '~$二.xlsx': new Uint8Array([1, 2]),
    });
    const delivery = await desk.deliver(collection, [
      { name: '全部.zip', bytes: archive },
      { name: '二.xlsx', bytes: written(two!, done('乙')) },
    ]);
    expect(delivery.total).toBe(3);
    expect(delivery.refused).toMatchObject([{ name: '裡面.zip', problem: { code: 'archive_nested' } }]);
    expect(await desk.read(delivery)).toMatchObject({ read: 2, unreadable: 1 });
    const files = await desk.files(collection);
    const broken = files.find(({ fileName }) => fileName === '筆記.txt')!;
    expect(broken).toMatchObject({ state: 'unreadable', problem: { code: 'not_a_workbook' } });
    const { raw } = await office.bureau.as.secretariat.get(`/api/collectionFiles/${broken.id}/file`);
    expect(raw.toString()).toBe('只是筆記');
    expect(await desk.applyAll(collection)).toEqual({ applied: 2, left: [] });
  });

  it('knows the same bytes again, and looks once more at what was rejected', async () => {
    const { collection, recipients } = await desk.ask(districts());
    const bytes = written(await desk.bytesFor(recipients[0]!), done('同'));
    await desk.read(
      await desk.deliver(collection, [
        { name: 'a.xlsx', bytes },
        { name: 'b.xlsx', bytes },
      ]),
    );
    const again = await desk.deliver(collection, [{ name: 'c.xlsx', bytes }]);
    expect(again).toMatchObject({ total: 1, repeated: 1, waiting: 0 });
    const [file, ...others] = await desk.files(collection);
    expect(others).toEqual([]);
    const rejected = await desk.verb(file!, 'reject', { reason: '不是這一期的' });
    expect(rejected.body).toMatchObject({ state: 'rejected', stateReason: '不是這一期的' });
    expect((await desk.recipient(recipients[0]!.id)).state).toBe('notReturned');
    const once = await desk.deliver(collection, [{ name: 'd.xlsx', bytes }]);
    expect(once).toMatchObject({ total: 1, repeated: 0 });
    expect(await desk.read(once)).toMatchObject({ read: 1 });
    expect(await desk.files(collection)).toMatchObject([{ id: file!.id, state: 'read', fileName: 'd.xlsx' }]);
  });

  it('asks a person about a file that says neither id nor name, and about another edition', async () => {
    const { collection, recipients, questions } = await desk.ask(districts());
    const bare = written(await reviewForm(questions), done('無名'));
    await desk.read(await desk.deliver(collection, [{ name: '回復.xlsx', bytes: bare }]));
    const [file] = await desk.files(collection);
    expect(file).toMatchObject({ state: 'read', recipientId: null });
    expect(file!.doubts).toContain('unrecognised');
    expect(await desk.applyAll(collection)).toMatchObject({
      applied: 0,
      left: [{ id: file!.id, why: 'unrecognised' }],
    });
    expect((await desk.verb(file!, 'apply')).body.code).toBe('collection_file_unrecognised');
    const foreign = await desk.ask([recipients[0]!.agencyId]);
    const refused = await desk.settle(file!, { recipientId: foreign.recipients[0]!.id });
    expect(refused.body.code).toBe('foreign_reference');
    const { body: said } = await desk.settle(file!, { recipientId: recipients[1]!.id });
    expect(said).toMatchObject({ recipientId: recipients[1]!.id, recognisedBy: 'person', doubts: [] });
    expect((await desk.recipient(recipients[1]!.id)).state).toBe('returned');
    expect((await desk.settle(file!, { recipientId: recipients[0]!.id })).body.code).toBe('stale_version');
    const { status, body } = await desk.verb(said, 'apply');
    expect([status, body.state]).toEqual([200, 'applied']);
  });
});
