import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inGroups } from '../../../sync/model/index.ts';
import { bytesOf, noData, openPackage } from '../../../sync/package/index.ts';
import { engines } from '../../support/engines.ts';
import { type OpenRound, openRound } from '../../support/open-round.ts';
import { handIn, openParties, type Parties, pack, take } from '../../support/package-desk.ts';
import { packed } from '../../sync/package/build.ts';

const [sqlite] = engines;

describe('a package is refused with the reason', () => {
  let parties: Parties;
  let round: OpenRound;
  let bytes: Uint8Array;
  const returns = () => pack(parties.district, { kind: 'returns', roundId: round.round.id });
  const why = async (given: Uint8Array, by = parties.bureau): Promise<readonly unknown[]> => {
    const { status, body } = await handIn(by, given);
    return [status, body.state, body.problem?.code];
  };

  beforeAll(async () => {
    parties = await openParties(sqlite!);
    round = await openRound(parties.district.office, parties.district.staffed, 2, () => ({
      state: 'accepted',
      acceptedAt: '2025-06-01T00:00:00.000Z',
    }));
    bytes = await returns();
  }, 60_000);
  afterAll(() => parties?.close());

  it('when it was changed on its way, at whatever place', async () => {
    for (const share of [0.02, 0.3, 0.6, 0.95]) {
      const changed = Uint8Array.from(bytes);
      const at = Math.floor(bytes.length * share);
      changed[at] = changed[at]! ^ 0x20;
      expect(await why(changed), `byte ${at}`).toEqual([201, 'refused', 'package_altered']);
    }
    expect(await why(Buffer.from('%PDF-1.7 a form that somebody scanned'))).toEqual([
      201,
      'refused',
      'package_not_one',
    ]);
  });

  it('when nobody here trusts its key, and is taken once somebody does', async () => {
    const opening = await openPackage(bytesOf(bytes));
    const { staffed, trustedKeyId } = parties.bureau;
    const key = (await staffed.as.administrator.get(`/api/trustedKeys/${trustedKeyId}`)).body;
    const stranger = await packed(noData, [], {
      kind: 'plan',
      recipient: opening.ok ? opening.opened.manifest.recipient : { name: '', fingerprint: '' },
    });
    const { body } = await handIn(parties.bureau, stranger);
    expect([body.state, body.problem.code, body.peerAgencyId]).toEqual(['refused', 'package_unknown_key', null]);
    expect(body.problem.params).toMatchObject({ name: '遠山鎮公所', fingerprint: inGroups(body.fingerprint) });
    expect(body.fingerprint).not.toBe(key.fingerprint);

    const revoked = await staffed.as.administrator.post(`/api/trustedKeys/${trustedKeyId}/revoke`, {
      version: key.version,
      reason: '金鑰檔外流',
    });
    expect(revoked.body).toMatchObject({ state: 'revoked', stateReason: '金鑰檔外流' });
    expect(await why(bytes)).toEqual([201, 'refused', 'package_revoked_key']);
    const { body: own } = await parties.district.staffed.as.administrator.get('/api/ownKey');
    const anew = { peerAgencyId: parties.bureau.peer.id, keyFile: own.keyFile, fingerprint: own.fingerprint };
    expect((await staffed.as.administrator.post('/api/trustedKeys', anew)).body).toMatchObject({
      id: trustedKeyId,
      state: 'trusted',
    });
    expect(await why(bytes)).toEqual([201, 'previewed', undefined]);
  });

  it('when it is for somebody else, or our own', async () => {
    expect(await why(bytes, parties.district)).toEqual([201, 'refused', 'package_own']);
    const { staffed } = parties.district;
    const { body: replaced } = await parties.bureau.staffed.as.administrator.post('/api/ownKey', { replace: true });
    expect(await why(await returns()), 'a key that was replaced is still ours').toEqual([201, 'previewed', undefined]);
    const other = parties.bureau.office.foreign;
    const { body: own } = await staffed.as.administrator.get('/api/ownKey');
    const trust = { peerAgencyId: parties.bureau.peer.id, keyFile: own.keyFile, fingerprint: own.fingerprint };
    await other.as.administrator.post('/api/trustedKeys', trust);
    await other.as.administrator.post('/api/ownKey', {});
    const { body } = await other.as.secretariat.upload('/api/packages/receive', [{ name: '封包.zip', bytes }]);
    expect([body.state, body.problem.code]).toEqual(['refused', 'package_not_for_us']);
    expect(replaced.fingerprint).toMatch(/^[0-9a-f]{32}$/);
  });

  it('when an older one is sent again after a newer was applied', async () => {
    await take(parties.bureau, await returns());
    expect(await why(bytes), 'it waits already').toEqual([200, 'previewed', undefined]);
    const { body: list } = await parties.bureau.desk.get('/api/packages?state=previewed');
    for (const { id, version } of list) {
      const refused = await parties.bureau.desk.post(`/api/packages/${id}/apply`, { version });
      expect([refused.status, refused.body.code]).toEqual([409, 'package_replayed']);
      await parties.bureau.desk.post(`/api/packages/${id}/reject`, { version, reason: '舊的' });
    }
    expect(await why(bytes)).toEqual([201, 'refused', 'package_replayed']);
  });

  it('when the sender does not stand below', async () => {
    const { office, staffed, peer } = parties.bureau;
    await office.context.db
      .deleteFrom('agencyAncestors')
      .where('agencyId', '=', peer.id)
      .where('depth', '>', 0)
      .execute();
    expect(await why(await returns())).toEqual([201, 'refused', 'package_not_below']);
    await office.context.db
      .insertInto('agencyAncestors')
      .values({ agencyId: peer.id, ancestorId: staffed.agency.id, depth: 1 })
      .execute();
  });

  it('and is kept as it came, so that it can be looked into', async () => {
    const odd = Buffer.from(`PK\u0003\u0004 ${'odd '.repeat(20)}`);
    const { body } = await handIn(parties.bureau, odd);
    const { raw } = await parties.bureau.desk.get(`/api/packages/${body.id}/file`);
    expect(Buffer.from(raw)).toEqual(odd);
    const apply = await parties.bureau.desk.post(`/api/packages/${body.id}/apply`, { version: body.version });
    expect([apply.status, apply.body.code]).toEqual([409, 'illegal_transition']);
  });
});

describe('a key', () => {
  let parties: Parties;
  beforeAll(async () => {
    parties = await openParties(sqlite!);
  }, 60_000);
  afterAll(() => parties?.close());

  it('is trusted only as the file and the comparison both say', async () => {
    const { staffed, peer } = parties.bureau;
    const trust = (body: object) => staffed.as.administrator.post('/api/trustedKeys', body);
    const { body: own } = await staffed.as.administrator.get('/api/ownKey');
    const { body: theirs } = await parties.district.staffed.as.administrator.get('/api/ownKey');
    const given = { peerAgencyId: peer.id, keyFile: theirs.keyFile, fingerprint: theirs.fingerprint };
    const swapped = theirs.keyFile.replace(
      /"publicKey": "[^"]+"/,
      '"publicKey": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="',
    );
    for (const [body, code] of [
      [given, 'key_trusted_already'],
      [{ ...given, keyFile: '{}' }, 'key_file_wrong'],
      [{ ...given, keyFile: swapped }, 'key_file_wrong'],
      [{ ...given, fingerprint: '0'.repeat(32) }, 'key_fingerprint_differs'],
      [{ ...given, keyFile: own.keyFile, fingerprint: own.fingerprint }, 'key_own'],
      [{ ...given, peerAgencyId: staffed.agency.id }, 'foreign_reference'],
    ] as const)
      expect((await trust(body)).body.code).toBe(code);
  });

  it('never shows its private half, not even in the database', async () => {
    const { context } = parties.bureau.office;
    const rows = await context.db.selectFrom('ownKeys').selectAll().execute();
    const events = await context.db
      .selectFrom('events')
      .select(['before', 'after'])
      .where('resource', '=', 'ownKey')
      .execute();
    expect(rows.length).toBeGreaterThan(0);
    for (const { sealed } of rows) {
      expect(sealed).toMatch(/^s1\./);
      expect(JSON.stringify(events)).not.toContain(sealed);
    }
    const { body } = await parties.bureau.staffed.as.administrator.get('/api/ownKey');
    expect(Object.keys(JSON.parse(body.keyFile)).sort()).toEqual([
      'agency',
      'fingerprint',
      'kind',
      'publicKey',
      'version',
    ]);
  });

  it('that the server can no longer open is told, and nothing is sent with it', async () => {
    const { office, staffed, desk, trustedKeyId } = parties.bureau;
    const round = await openRound(office, staffed, 1);
    const [row] = await office.context.db.selectFrom('ownKeys').selectAll().execute();
    const lost = row!.sealed.replace(/^s1\.[^.]+/, 's1.AAAAAAAA');
    await office.context.db.updateTable('ownKeys').set({ sealed: lost }).where('id', '=', row!.id).execute();
    expect((await staffed.as.administrator.get('/api/ownKey')).body).toMatchObject({ usable: false });
    const refused = await desk.post('/api/packages', { kind: 'plan', planId: round.plan.id, trustedKeyId });
    expect([refused.status, refused.body.code]).toEqual([503, 'secret_key_missing']);
    await office.context.db.updateTable('ownKeys').set({ sealed: row!.sealed }).where('id', '=', row!.id).execute();
    expect((await desk.post('/api/packages', { kind: 'plan', planId: round.plan.id, trustedKeyId })).status).toBe(201);
  });

  it('is made and trusted by administrators alone, and seen by nobody of the sections', async () => {
    const { staffed, trustedKeyId } = parties.bureau;
    const { secretariat, officer, auditor } = staffed.as;
    expect((await secretariat.post('/api/ownKey', {})).status).toBe(403);
    expect(
      (await secretariat.post(`/api/trustedKeys/${trustedKeyId}/revoke`, { version: 1, reason: '不' })).status,
    ).toBe(403);
    expect((await officer.get('/api/trustedKeys')).status).toBe(403);
    expect((await officer.get('/api/packages')).status).toBe(403);
    expect((await auditor.get('/api/packages')).status).toBe(200);
    expect((await auditor.post('/api/packages', { kind: 'reviews', trustedKeyId })).status).toBe(403);
    const foreigner = parties.bureau.office.foreign.as.secretariat;
    expect((await foreigner.get(`/api/trustedKeys/${trustedKeyId}`)).status).toBe(404);
    expect((await foreigner.post('/api/packages', { kind: 'reviews', trustedKeyId })).status).toBe(404);
  });
});
