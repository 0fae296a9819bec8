import { agencies } from '../../server/agencies/definition.ts';
import { place } from '../../server/agencies/hierarchy.ts';
import { change } from '../../server/records/change.ts';
import { insert } from '../../server/records/records.ts';
import type { Agency, PacketCreate, PacketDetail } from '../../sync/model/index.ts';
import type { Answer, Client } from './client.ts';
import type { Engine } from './engines.ts';
import { type Office, openOffice, type Staffed } from './office.ts';

/** One installation as a party to packages: whose desk it is, and which agency there stands for the other. */
export interface Party {
  readonly office: Office;
  readonly staffed: Staffed;
  readonly desk: Client;
  /** The agency row that stands for the other party. */
  readonly peer: Agency;
  /** The trusted key of the other party. */
  readonly trustedKeyId: string;
}

/** Two installations that know each other's keys: a bureau, and an office below it that has a server of its own. */
export interface Parties {
  readonly bureau: Party;
  readonly district: Party;
  close(): Promise<void>;
}

/** Two installations before they exchange keys. */
export interface Installations {
  readonly bureau: Omit<Party, 'trustedKeyId'>;
  readonly district: Omit<Party, 'trustedKeyId'>;
  close(): Promise<void>;
}

const founder = { id: 'founder', name: 'founder', agencyId: '', unitId: null, role: 'administrator' } as const;

const found = (office: Office, name: string, parentId: string | null): Promise<Agency> =>
  change(office.context, founder, async work => {
    const agency = await insert<Agency>(work, agencies, { name, parentId, email: null, disabled: false });
    await place(work.tx, agency.id, parentId);
    return agency;
  });

/** Opens both on an engine; the office there is called 遠山鎮公所 here, and the bureau 清川市民政局（他處） there. */
export async function openInstallations(engine: Engine): Promise<Installations> {
  const [above, below] = [await openOffice(engine), await openOffice(engine)];
  const staffedAbove = above.bureau;
  // An agency without anybody above it: its superior lives elsewhere.
  const staffedBelow = below.foreign;
  const peerBelow = await found(above, '遠山鎮公所', staffedAbove.agency.id);
  const peerAbove = await found(below, '清川市民政局（他處）', null);
  await change(below.context, founder, async work => {
    await work.tx
      .updateTable('agencies')
      .set({ parentId: peerAbove.id })
      .where('id', '=', staffedBelow.agency.id)
      .execute();
    await work.tx
      .insertInto('agencyAncestors')
      .values({ agencyId: staffedBelow.agency.id, ancestorId: peerAbove.id, depth: 1 })
      .execute();
  });
  return {
    bureau: { office: above, staffed: staffedAbove, desk: staffedAbove.as.secretariat, peer: peerBelow },
    district: { office: below, staffed: staffedBelow, desk: staffedBelow.as.secretariat, peer: peerAbove },
    async close() {
      await above.close();
      await below.close();
    },
  };
}

/** Each makes its key and trusts that of the other. Done twice, it changes nothing. */
export async function acquaint({ bureau, district }: Installations): Promise<Omit<Parties, 'close'>> {
  const keyOf = async ({ staffed }: Installations['bureau']) => {
    const { administrator } = staffed.as;
    if ((await administrator.get('/api/ownKey')).body.keyFile === null) await administrator.post('/api/ownKey', {});
    const { keyFile, fingerprint } = (await administrator.get('/api/ownKey')).body;
    return { keyFile, fingerprint };
  };
  const trusting = async (one: Installations['bureau'], other: Installations['bureau']): Promise<Party> => {
    const { administrator } = one.staffed.as;
    const key = await keyOf(other);
    await administrator.post('/api/trustedKeys', { peerAgencyId: one.peer.id, ...key });
    const [{ id }] = (await administrator.get(`/api/trustedKeys?fingerprint=${key.fingerprint}`)).body;
    return { ...one, trustedKeyId: id };
  };
  return { bureau: await trusting(bureau, district), district: await trusting(district, bureau) };
}

/** Opens both, acquainted with each other. */
export async function openParties(engine: Engine): Promise<Parties> {
  const installations = await openInstallations(engine);
  return { ...(await acquaint(installations)), close: installations.close };
}

/** Makes a package and gives its bytes. A package is never as old as the one before. */
export async function pack(party: Party, wish: Omit<PacketCreate, 'trustedKeyId'>): Promise<Uint8Array> {
  party.office.clock.advance(60_000);
  const made = await party.desk.post('/api/packages', { ...wish, trustedKeyId: party.trustedKeyId });
  if (made.status !== 201) throw new Error(`${made.status} ${JSON.stringify(made.body)}`);
  const { raw } = await party.desk.get(`/api/packages/${made.body.id}/file`);
  return new Uint8Array(raw);
}

export const handIn = (party: Party, bytes: Uint8Array, name = '封包.zip'): Promise<Answer> =>
  party.desk.upload('/api/packages/receive', [{ name, bytes, type: 'application/zip' }]);

/** Applies a package that has nothing to settle. */
export async function take(party: Party, bytes: Uint8Array): Promise<PacketDetail> {
  const { body: waiting } = await handIn(party, bytes);
  const { status, body } = await party.desk.post(`/api/packages/${waiting.id}/apply`, { version: waiting.version });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)} ${JSON.stringify(waiting.problem)}`);
  return body;
}
