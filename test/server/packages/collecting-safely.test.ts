import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAll } from '../../../server/packages/collecting/fan-out.ts';
import { openSecrets } from '../../../server/secrets/seal.ts';
import type { PacketDetail } from '../../../sync/model/index.ts';
import {
  type ManifestHead,
  newKeyPair,
  noData,
  type PackageData,
  type PackedFile,
  writePackage,
} from '../../../sync/package/index.ts';
import { collectingParties } from '../../support/collection-parties.ts';
import { counted } from '../../support/counted.ts';
import { engines } from '../../support/engines.ts';
import { handIn, openParties, type Parties, pack, take } from '../../support/package-desk.ts';
import { foundAgencies, reviewForm, written, zipped } from '../../support/returns-desk.ts';
import { collect, fileOf } from '../../sync/package/build.ts';

describe.each(engines)('packages of a collection, on $name', engine => {
  let parties: Parties;
  const story = collectingParties(() => parties);
  beforeAll(async () => {
    parties = await openParties(engine);
  }, 60_000);
  afterAll(() => parties?.close());

  const { ok } = story.bureau;
  const answers = { 0: { result: '已完成', narrative: '一' }, 1: { narrative: '二' }, 2: { narrative: '三' } };
  /** A collection that the agency has, and a return that it handed in there. */
  const returned = async () => {
    const asked = await story.ask();
    const brought = await story.takeDown(await story.down(asked));
    const line = await story.line(brought);
    const bytes = await story.fill(line, answers);
    return { asked, brought, line, bytes };
  };
  const verb = (desk: Parties['bureau']['desk'], { id, version }: PacketDetail, path: string, more: object = {}) =>
    desk.post(`/api/packages/${id}/${path}`, { version, ...more });
  const counts = async (table: 'collections' | 'recipients' | 'collectionFiles' | 'collectedRows' | 'packageRows') => {
    const { db } = parties.district.office.context;
    return (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;
  };

  it('say first what they would change, and change nothing until they are applied', async () => {
    const asked = await story.ask();
    const before = await counts('collections');
    const { body } = await handIn(parties.district, await story.down(asked));
    expect(body).toMatchObject({ state: 'previewed', kind: 'collection', counts: { fresh: 2, files: 2 } });
    expect(body.rows.map((row: { resource: string }) => row.resource)).toEqual(['collections', 'recipients']);
    expect(await counts('collections')).toBe(before);
    await ok(verb(parties.district.desk, body, 'apply'), 200);
    expect(await counts('collections')).toBe(Number(before) + 1);
  });

  it('are one however often they come, and so is a file that came by mail too', async () => {
    const { asked, line, bytes } = await returned();
    const up = await story.up(line);
    await story.takeUp(up);
    expect((await handIn(parties.bureau, up)).status, 'the same package again').toBe(200);
    const again = await story.takeUp(await story.up(line));
    expect(again.counts).toMatchObject({ fresh: 0, changes: 0, same: 1 });
    await story.bureau.deliver(asked.collection, [{ name: '以電子郵件寄來.xlsx', bytes }]);
    expect(await story.bureau.files(asked.collection)).toHaveLength(1);
    // The other way round: by mail first.
    const other = await returned();
    await story.bureau.read(
      await story.bureau.deliver(other.asked.collection, [{ name: '先寄來.xlsx', bytes: other.bytes }]),
    );
    const late = await story.takeUp(await story.up(other.line));
    expect(late.counts).toMatchObject({ fresh: 0, same: 1 });
    expect(await story.bureau.files(other.asked.collection)).toHaveLength(1);
    const down = await story.down(asked);
    await story.takeDown(down);
    expect((await handIn(parties.district, down)).status).toBe(200);
  });

  it('are refused when they are older than what was applied, or of somebody who does not stand there', async () => {
    const { asked, line } = await returned();
    const [older, newer] = [await story.down(asked), await story.down(asked)];
    await story.takeDown(newer);
    const { body: late } = await handIn(parties.district, older);
    expect(late).toMatchObject({ state: 'refused', problem: { code: 'package_replayed' } });
    const [first, second] = [await story.up(line), await story.up(line)];
    await story.takeUp(second);
    expect((await handIn(parties.bureau, first)).body.problem.code).toBe('package_replayed');
    // Who is asked asks nothing of its superior, and nobody hands in to those below.
    const { office, peer } = parties.district;
    const { db } = office.context;
    await db.deleteFrom('agencyAncestors').where('ancestorId', '=', peer.id).where('depth', '>', 0).execute();
    const { body: misplaced } = await handIn(parties.district, await story.down(asked));
    expect(misplaced).toMatchObject({ state: 'refused', problem: { code: 'package_asks_not_above' } });
    await db
      .insertInto('agencyAncestors')
      .values({ agencyId: parties.district.staffed.agency.id, ancestorId: peer.id, depth: 1 })
      .execute();
  });

  /** A package as a trusted agency with a mind of its own signs it. */
  const forged = async (data: Partial<PackageData>, files: readonly PackedFile[] = []): Promise<Uint8Array> => {
    const { office, staffed } = parties.district;
    const { db } = office.context;
    const { publicKey, sealed } = await db.selectFrom('ownKeys').selectAll().executeTakeFirstOrThrow();
    const key = { publicKey, privateKey: openSecrets(office.context).open(sealed) };
    const { fingerprint } = (await parties.bureau.staffed.as.administrator.get('/api/ownKey')).body;
    const head: ManifestHead = {
      id: `forged-${office.context.now().getTime()}`,
      createdAt: office.context.now().toISOString(),
      sender: { agencyId: staffed.agency.id, name: '遠山鎮公所' },
      recipient: { name: '清川市民政局', fingerprint },
      ...{ kind: 'collected', title: '偽造', planId: null, roundId: null, formIds: ['forged'] },
      leftOut: { personalData: 0, unfinished: 0 },
    };
    return collect(writePackage({ head, data: { ...noData, ...data }, files }, key));
  };

  it('take nothing for an agency that the sender is not', async () => {
    const { bureau } = parties;
    const other = await story.bureau.ask([bureau.office.district.agency.id]);
    const bytes = written(await story.bureau.bytesFor(other.recipients[0]!), answers);
    const { open, sha256, size } = fileOf(bytes);
    const file: PackageData['collectionFiles'][number] = {
      ...{ id: 'file', recipientId: other.recipients[0]!.id, fileName: '代送.xlsx', sha256, size, edition: 1 },
      ...{ state: 'read', stateReason: '', receivedAt: '2025-06-01T00:00:00.000Z', receivedBy: '某人' },
    };
    const finding: PackageData['findings'][number] = {
      ...{ id: 'not-yours', title: '別人的', text: '', dueDate: null, state: 'answered', stateReason: '' },
      ...{ action: '代為回答', answeredAt: '2025-06-01T00:00:00.000Z' },
    };
    const { body } = await handIn(
      bureau,
      await forged({ collectionFiles: [file], findings: [finding] }, [{ open, sha256, size }]),
    );
    expect(body.rows).toMatchObject([
      { resource: 'collectionFiles', status: 'blocked' },
      { resource: 'findings', status: 'blocked' },
    ]);
    await ok(verb(bureau.desk, body, 'apply'), 200);
    expect((await bureau.desk.get('/api/findings?q=別人的')).body).toEqual([]);
    expect(await story.bureau.files(other.collection)).toEqual([]);
  });

  it('are told when the collection is closed, in both directions', async () => {
    const { asked, line } = await returned();
    const up = await story.up(line);
    await ok(story.bureau.send('close', await story.bureau.now(asked.collection)), 200);
    const { body: waiting } = await handIn(parties.bureau, up);
    const refused = await verb(parties.bureau.desk, waiting, 'apply');
    expect([refused.status, refused.body.code]).toEqual([409, 'collection_closed']);
    expect(await story.bureau.files(asked.collection)).toEqual([]);
    await story.takeDown(await story.down(asked));
    const { district } = parties;
    expect((await district.desk.get(`/api/collections/${line.collectionId}`)).body.state).toBe('closed');
    const late = await district.desk.upload(`/api/recipients/${line.id}/return`, [
      { name: '太晚.xlsx', bytes: written(await reviewForm(asked.questions), answers) },
    ]);
    expect([late.status, late.body.code]).toEqual([409, 'collection_closed']);
    await ok(story.bureau.send('reopen', await story.bureau.now(asked.collection), { reason: '補收' }), 200);
    await ok(verb(parties.bureau.desk, waiting, 'apply'), 200);
    expect(await story.bureau.files(asked.collection)).toHaveLength(1);
  });

  it('bring a newer edition, and what was filled in on the earlier one is known as such', async () => {
    const { asked, line, brought } = await returned();
    await story.takeUp(await story.up(line));
    const template = await story.bureau.template(await reviewForm([...asked.questions, '新增的一題：公告辦理情形']));
    const now = await story.bureau.now(asked.collection);
    await ok(story.bureau.send('editions', now, { templateId: template.id }), 201);
    await story.bureau.made(asked.collection);
    const [file] = await story.bureau.files(asked.collection);
    expect((await story.bureau.file(file!.id)).doubts).toContain('otherEdition');

    const packet = await story.takeDown(await story.down(asked));
    const newer = await story.line(line);
    expect(newer).toMatchObject({ id: line.id, edition: 2 });
    const { desk } = parties.district;
    const rows = async () =>
      (await desk.get(`/api/collectionRows?collectionId=${line.collectionId}&_sort=position`)).body;
    expect(await rows()).toHaveLength(4);
    await story.fill(newer, { ...answers, 3: { narrative: '四' } }, '第二版.xlsx');
    const files = await story.allRead(parties.district, line.collectionId);
    expect(files.map(({ edition }) => edition)).toEqual([1, 2]);
    expect(packet.collectionId).toBe(brought.collectionId);

    const undone = await ok<PacketDetail>(verb(desk, packet, 'undo'), 200);
    expect(undone.left).toEqual([]);
    expect(await rows()).toHaveLength(3);
    expect(await story.line(line)).toMatchObject({ edition: 1, fileName: line.fileName, sha256: line.sha256 });
  });

  it('can be taken back as long as nobody built on them', async () => {
    const asked = await story.ask();
    const before = [await counts('collections'), await counts('recipients'), await counts('packageRows')];
    const down = await story.down(asked);
    const packet = await story.takeDown(down);
    expect((await ok<PacketDetail>(verb(parties.district.desk, packet, 'undo'), 200)).left).toEqual([]);
    expect([await counts('collections'), await counts('recipients'), await counts('packageRows')]).toEqual(before);

    const anew = await story.takeDown(down);
    const line = await story.line(anew);
    await story.fill(line, answers);
    const kept = await ok<PacketDetail>(verb(parties.district.desk, anew, 'undo'), 200);
    expect(kept.left.map(({ resource }) => resource)).toContain('collections');
    expect(await story.allRead(parties.district, line.collectionId)).toHaveLength(1);

    const up = await story.up(line);
    const collected = await story.takeUp(up);
    expect((await ok<PacketDetail>(verb(parties.bureau.desk, collected, 'undo'), 200)).left).toEqual([]);
    expect(await story.bureau.files(asked.collection)).toEqual([]);
    expect((await story.bureau.recipient(asked.recipients[0]!.id)).state).toBe('notReturned');
    const again = await story.takeUp(up);
    expect(await story.bureau.applyAll(asked.collection)).toEqual({ applied: 1, left: [] });
    const stays = await ok<PacketDetail>(verb(parties.bureau.desk, again, 'undo'), 200);
    expect(stays.left.map(({ resource }) => resource)).toEqual(['collectionFiles']);
    expect(await story.bureau.files(asked.collection)).toMatchObject([{ state: 'applied' }]);
  });

  it('say what was turned down, and a file that is handed in once more is looked at anew', async () => {
    const { asked, line, bytes } = await returned();
    await story.takeUp(await story.up(line));
    const [file] = await story.bureau.files(asked.collection);
    parties.bureau.office.clock.advance(60_000);
    await ok(story.bureau.verb(file!, 'reject', { reason: '請蓋章' }), 200);
    await story.takeDown(await story.down(asked));
    const [own] = await story.allRead(parties.district, line.collectionId);
    expect(own).toMatchObject({ state: 'rejected', stateReason: '請蓋章' });
    const nothing = await parties.district.desk.post('/api/packages', {
      kind: 'collected',
      trustedKeyId: parties.district.trustedKeyId,
      collectionId: line.collectionId,
    });
    expect([nothing.status, nothing.body.code]).toEqual([409, 'package_nothing_collected']);
    parties.district.office.clock.advance(900_000);
    await ok(parties.district.desk.upload(`/api/recipients/${line.id}/return`, [{ name: '回復.xlsx', bytes }]), 201);
    await story.allRead(parties.district, line.collectionId);
    await story.takeUp(await story.up(line));
    expect(await story.bureau.files(asked.collection)).toMatchObject([{ id: file!.id, state: 'read' }]);
  });

  it('are of nobody else: strangers neither make, see nor apply them', async () => {
    const { asked, line, brought } = await returned();
    const { bureau, district } = parties;
    const wish = { kind: 'collection', trustedKeyId: bureau.trustedKeyId, collectionId: asked.collection.id };
    const { as } = bureau.staffed;
    expect((await as.officer.post('/api/packages', wish)).status).toBe(403);
    expect((await bureau.office.district.as.secretariat.post('/api/packages', wish)).status).toBe(404);
    expect((await bureau.office.foreign.as.secretariat.post('/api/packages', wish)).status).toBe(404);
    const all = `/api/collections/${asked.collection.id}/packages`;
    expect((await bureau.office.foreign.as.secretariat.post(all, {})).status).toBe(404);
    expect((await as.auditor.post(all, {})).status).toBe(403);
    expect((await bureau.office.foreign.as.secretariat.get(`${all}.zip`)).status).toBe(404);
    expect((await district.staffed.as.officer.get(`/api/packages/${brought.id}`)).status).toBe(403);
    expect((await district.office.bureau.as.secretariat.get(`/api/recipients/${line.id}`)).status).toBe(404);
    const own = { kind: 'collected', trustedKeyId: district.trustedKeyId, collectionId: line.collectionId };
    expect((await district.office.bureau.as.secretariat.post('/api/packages', own)).status).toBe(404);
    expect((await district.desk.post('/api/packages', { ...own, collectionId: 'nothing' })).status).toBe(404);
    expect((await district.desk.post('/api/packages', { ...own, kind: 'collection' })).status).toBe(403);
    const stale = await verb(district.desk, { ...brought, version: brought.version - 1 }, 'undo');
    expect([stale.status, stale.body.code]).toEqual([409, 'stale_version']);
  });

  it('are not made for who is not asked, nor of a draft, nor handed in where the bureau works itself', async () => {
    const { bureau } = parties;
    const template = await story.bureau.template();
    const draft = await story.bureau.draft(template, [bureau.peer.id]);
    const wish = { kind: 'collection', trustedKeyId: bureau.trustedKeyId, collectionId: draft.id };
    expect((await bureau.desk.post('/api/packages', wish)).body.code).toBe('collection_not_open');
    const other = await story.bureau.ask([bureau.office.district.agency.id]);
    const code = async (more: object) => (await bureau.desk.post('/api/packages', { ...wish, ...more })).body.code;
    expect(await code({ collectionId: other.collection.id })).toBe('package_not_asked');
    expect(await code({ collectionId: undefined })).toBe('foreign_reference');
  });

  it('for hundreds of agencies are made at once, told without whom, and had as one file', async () => {
    const { bureau } = parties;
    const { context } = bureau.office;
    const agencies = await foundAgencies(bureau.office, 60, '分');
    const key = await context.db
      .selectFrom('trustedKeys')
      .selectAll()
      .where('id', '=', bureau.trustedKeyId)
      .executeTakeFirstOrThrow();
    await context.db
      .insertInto('trustedKeys')
      .values(
        agencies.slice(0, 58).map(({ id, name }, n) => {
          const { publicKey } = newKeyPair();
          const fingerprint = n.toString(16).padStart(32, 'a');
          return { ...key, id: `key-${id.slice(-12)}-${n}`, peerAgencyId: id, name, publicKey, fingerprint };
        }),
      )
      .execute();
    const asked = await story.bureau.ask([bureau.peer.id, ...agencies.map(({ id }) => id)]);
    const made = await ok<{ packetIds: string[]; withoutKey: string[] }>(
      bureau.desk.post(`/api/collections/${asked.collection.id}/packages`, {}),
      201,
    );
    expect([made.packetIds.length, made.withoutKey.length]).toEqual([59, 2]);
    const { raw, status } = await bureau.desk.get(`/api/collections/${asked.collection.id}/packages.zip`);
    expect(status).toBe(200);
    expect(raw.subarray(0, 2).toString()).toBe('PK');
    const [line] = asked.recipients;
    const one = await bureau.desk.get(`/api/collections/${asked.collection.id}/packages.zip?recipientIds=${line!.id}`);
    const packet = (
      await bureau.desk.get(`/api/packages?collectionId=${asked.collection.id}&peerAgencyId=${bureau.peer.id}`)
    ).body[0];
    const file = await bureau.desk.get(`/api/packages/${packet.id}/file`);
    expect(one.raw.includes(file.raw), 'the very package').toBe(true);
    await take(parties.district, new Uint8Array(file.raw));
    const { sentVia } = await story.bureau.recipient(line!.id);
    expect(sentVia).toBe('package');

    const statements = async (count: number): Promise<number> => {
      const seen = counted(context);
      await makeAll(
        seen.context,
        { ...bureau.staffed.users.secretariat },
        asked.collection,
        asked.recipients.slice(0, count).map(({ id }) => id),
      );
      return seen.count();
    };
    // Each package is a file of its own in the store, and nothing else is asked of the database for it.
    expect((await statements(20)) - (await statements(5))).toBeLessThanOrEqual(15);
  });

  it('of nothing that was changed on the way are taken', async () => {
    const { line } = await returned();
    const bytes = Uint8Array.from(await story.up(line));
    bytes[bytes.length >> 1]! ^= 1;
    expect((await handIn(parties.bureau, bytes)).body.problem.code).toBe('package_altered');
    const bundle = zipped({ '封包.zip': await story.up(line) });
    expect((await handIn(parties.bureau, bundle)).body.problem.code).toMatch(/package_(not_one|altered)/);
    expect(await pack(parties.district, { kind: 'collected', collectionId: line.collectionId })).toBeInstanceOf(
      Uint8Array,
    );
  });
});
