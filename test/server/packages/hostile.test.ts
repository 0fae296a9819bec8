import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectionForm } from '../../../server/demo/collection-form.ts';
import type { FormProfile, PacketDetail, ProfileCorrection, Template } from '../../../sync/model/index.ts';
import { fingerprintOf, type KeyPair, keyFileOf, newKeyPair, packageOf } from '../../../sync/package/index.ts';
import { engines } from '../../support/engines.ts';
import { handIn, openParties, type Parties, pack, take } from '../../support/package-desk.ts';
import { collect, fileOf, head, packed, roundData } from '../../sync/package/build.ts';

const fileIn = Buffer.from('佐證一');

describe.each(engines)('packages of senders with a mind of their own, on $name', engine => {
  let parties: Parties;
  let key: KeyPair;
  let keyId: string;
  let recipient: { readonly name: string; readonly fingerprint: string };
  const { sender } = head();

  beforeAll(async () => {
    parties = await openParties(engine);
    const { staffed, peer } = parties.bureau;
    key = newKeyPair();
    const fingerprint = fingerprintOf(key.publicKey);
    const { body: trusted } = await staffed.as.administrator.post('/api/trustedKeys', {
      peerAgencyId: peer.id,
      keyFile: JSON.stringify(keyFileOf({ id: 'far', name: sender.name }, key.publicKey)),
      fingerprint,
    });
    keyId = trusted.id;
    const { body: own } = await staffed.as.administrator.get('/api/ownKey');
    recipient = { name: staffed.agency.name, fingerprint: own.fingerprint };
  }, 60_000);
  afterAll(() => parties?.close());

  const at = () => parties.bureau.office.context.now();
  const made = (id: string, over: object = {}, by = key, narrative = '已辦理') =>
    packed(
      roundData(narrative, fileIn),
      [fileOf(fileIn)],
      { id, createdAt: at().toISOString(), recipient, roundId: id, ...over },
      by,
    );
  const problemOf = async (bytes: Uint8Array) => {
    const { status, body } = await handIn(parties.bureau, bytes);
    return [status, body.state, body.problem?.code ?? null];
  };

  it('made tomorrow by a wrong clock is refused, so that it keeps nothing out that comes later', async () => {
    const ahead = (hours: number) => new Date(at().getTime() + hours * 3_600_000).toISOString();
    expect(await problemOf(await made('ahead', { createdAt: ahead(25) }))).toEqual([201, 'refused', 'package_future']);
    const { body } = await handIn(parties.bureau, await made('nearly', { createdAt: ahead(23) }));
    expect(body.state).toBe('previewed');
    await parties.bureau.desk.post(`/api/packages/${body.id}/reject`, { version: body.version, reason: '試' });
  });

  it('with the id of another’s package takes its place neither before nor after', async () => {
    const genuine = await made('the-one');
    const forged = await made('the-one', {}, newKeyPair(), '偽造');
    expect(await problemOf(forged)).toEqual([201, 'refused', 'package_unknown_key']);
    expect(await problemOf(genuine)).toEqual([201, 'previewed', null]);
    expect(await problemOf(await made('the-one', {}, newKeyPair(), '再偽造')), 'while it waits').toEqual([
      201,
      'refused',
      'package_unknown_key',
    ]);
    expect(await problemOf(genuine)).toEqual([200, 'previewed', null]);
  });

  it('handed in twice at the same moment is one', async () => {
    const bytes = await made('twice');
    const answers = await Promise.all([handIn(parties.bureau, bytes), handIn(parties.bureau, bytes)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  });

  it('whose key is revoked while it waits is not applied, and none of its files is kept', async () => {
    const secret = Buffer.from('不該留下的檔案');
    const data = roundData('', secret);
    const { body: waiting } = await handIn(
      parties.bureau,
      await packed(
        data,
        [fileOf(secret)],
        { id: 'late', createdAt: at().toISOString(), recipient, roundId: 'late' },
        key,
      ),
    );
    const { administrator } = parties.bureau.staffed.as;
    const { body: trusted } = await administrator.get(`/api/trustedKeys/${keyId}`);
    await administrator.post(`/api/trustedKeys/${keyId}/revoke`, { version: trusted.version, reason: '外流' });
    const refused = await parties.bureau.desk.post(`/api/packages/${waiting.id}/apply`, { version: waiting.version });
    expect([refused.status, refused.body.code]).toEqual([409, 'key_revoked']);
    const { db } = parties.bureau.office.context;
    const kept = db.selectFrom('files').select('sha256').where('sha256', '=', fileOf(secret).sha256);
    expect(await kept.execute()).toEqual([]);
    const keyFile = JSON.stringify(keyFileOf({ id: 'far', name: sender.name }, key.publicKey));
    const anew = { peerAgencyId: parties.bureau.peer.id, keyFile, fingerprint: fingerprintOf(key.publicKey) };
    expect((await administrator.post('/api/trustedKeys', anew)).status).toBe(201);
    expect(
      (await parties.bureau.desk.post(`/api/packages/${waiting.id}/apply`, { version: waiting.version })).status,
    ).toBe(200);
  });

  it('with a file that nobody could upload is refused as a whole', async () => {
    const program = Buffer.from('4d5a90000300000004000000ffff0000b800000000000000', 'hex');
    const bytes = await packed(
      roundData('', program),
      [fileOf(program)],
      { id: 'exe', createdAt: at().toISOString(), recipient, roundId: 'exe' },
      key,
    );
    expect(await problemOf(bytes)).toEqual([201, 'refused', 'package_file_kind']);
  });

  it('of format 1 becomes what it said, in the present form', async () => {
    const { title: _title, formIds: _forms, leftOut: _left, ...old } = head({ id: 'old', recipient, roundId: 'r1' });
    const data = {
      plan: { id: 'plan-1', year: 113, title: '舊格式的計畫' },
      items: [
        { id: 'step-1', parentId: null, position: 0, label: '1', text: '甲', units: [], checkMonths: [], remarks: '' },
      ],
      round: { id: 'r1', kind: 'routine', title: '舊格式的查核期', month: 6, dueDate: '2024-06-30' },
      reports: [
        {
          ...{
            id: 'report-1',
            planItemId: 'step-1',
            unit: '民政課',
            result: 'done',
            narrative: '舊的情形',
            remarks: '',
          },
          acceptedAt: '2024-06-20T00:00:00.000Z',
          evidence: [],
        },
      ],
    };
    const past = { createdAt: at().toISOString(), planId: 'plan-1', format: 1 };
    const done = await take(parties.bureau, await collect(packageOf({ ...old, ...past }, data, [], key)));
    expect(done).toMatchObject({ state: 'applied', format: 1 });
    const { body: copies } = await parties.bureau.desk.get(`/api/reports?roundId=${done.roundId}`);
    expect(copies).toMatchObject([{ narrative: '舊的情形', state: 'accepted', result: 'done' }]);
  });

  it('that corrects a template is undone with all that the template was understood as', async () => {
    const { bureau, district } = parties;
    const form = await collectionForm('自我檢核表', [{ item: '一、服務品質', text: '訂定作業手冊' }]);
    const { body: uploaded } = await bureau.desk.upload('/api/templates', [{ name: '自我檢核表.xlsx', bytes: form }]);
    const template: Template = uploaded.template ?? uploaded;
    const send = () => pack(bureau, { kind: 'templates', templateIds: [template.id] });
    await take(district, await send());
    const there = () =>
      district.office.context.db.selectFrom('templates').select(['name', 'found', 'profile', 'corrections']).execute();
    const before = await there();
    const { db } = bureau.office.context;
    const [row] = await db.selectFrom('templates').selectAll().where('id', '=', template.id).execute();
    const profile: FormProfile = JSON.parse(row!.profile);
    const corrected: FormProfile = { ...profile, agencyName: '局裡更正的機關名稱' };
    const correction: ProfileCorrection = [{ sheet: profile.sheets[0]!.name, fillLocked: true }];
    const corrections = JSON.stringify(correction);
    await db
      .updateTable('templates')
      .set({ profile: JSON.stringify(corrected), corrections })
      .where('id', '=', template.id)
      .execute();
    const done: PacketDetail = await take(district, await send());
    expect(done.counts.changes).toBe(1);
    expect(await there()).not.toEqual(before);
    await district.desk.post(`/api/packages/${done.id}/undo`, { version: done.version });
    expect(await there()).toEqual(before);
  });
});
