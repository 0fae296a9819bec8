import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { SheetAccount, SheetGrant, SheetGrantStanding } from '../../sync/model/index.ts';
import {
  beginBrowserGrant,
  beginDeviceGrant,
  type Credential,
  faultOf,
  finishBrowserGrant,
  lookAtDeviceGrant,
  type OAuthClient,
  oauthClientOf,
  revokeGrant,
  serviceAccountOf,
} from '../../sync/sheet/google/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { type Change, change } from '../records/change.ts';
import { find, remove } from '../records/records.ts';
import { sheetAccounts } from './definition.ts';
import type { GoogleDesk, Sealed } from './google.ts';
import { readInstallation } from './installation.ts';

/** What stays here while a person is at Google. */
interface Begun {
  readonly client: OAuthClient;
  /** The verifier of the browser flow, or the code of the device. */
  readonly secret: string;
}

const minutes10 = 600_000;
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Google's answer as a refusal that people understand. */
export const refusalOf = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal(faultOf(error).code);

/** Where Google sends people back to. */
export const redirectUrlOf = ({ config }: Pick<Context, 'config'>): string =>
  `${config.publicUrl}/api/sheetAccounts/callback`;

/** Connects a service account. The key is tried at once, so that a wrong one is seen by who brought it. @throws Refusal */
export async function addServiceAccount(
  context: Context,
  desk: GoogleDesk,
  actor: Actor,
  key: string | undefined,
): Promise<SheetAccount> {
  const credential = key === undefined ? readInstallation(context.config).serviceAccount : serviceAccountOf(key);
  if (!credential) throw new Refusal(key === undefined ? 'google_no_installation' : 'google_key_wrong');
  await tried(desk, credential);
  return store(context, desk, actor, key === undefined ? { kind: 'installation' } : credential, credential.email);
}

const tried = (desk: GoogleDesk, credential: Credential): Promise<string> =>
  desk
    .openWith(credential)
    .account()
    .catch(error => {
      throw refusalOf(error);
    });

/** Keeps an account. One that is known already under its name gets the new key, so that its spreadsheets go on. */
function store(context: Context, desk: GoogleDesk, actor: Actor, sealed: Sealed, name: string): Promise<SheetAccount> {
  const kind = sealed.kind === 'oauth' ? 'oauth' : 'serviceAccount';
  // The sealed text is no field of the definition, so that no list and no event can hold it.
  const text = desk.seal(sealed);
  return change(context, actor, async work => {
    const known = await work.tx
      .selectFrom('sheetAccounts')
      .select('id')
      .where('agencyId', '=', actor.agencyId)
      .where('kind', '=', kind)
      .where('name', '=', name)
      .executeTakeFirst();
    if (known) return renew(work, known.id, text);
    return insertSealed(work, { agencyId: actor.agencyId, name, kind, state: 'ok', createdBy: actor.id }, text);
  });
}

async function renew(work: Change, id: string, sealed: string): Promise<SheetAccount> {
  const before = await find(work, sheetAccounts, 'create', id);
  const after: SheetAccount = { ...before, state: 'ok', version: before.version + 1, updatedAt: work.at };
  const { state, version, updatedAt } = after;
  await work.tx.updateTable('sheetAccounts').set({ sealed, state, version, updatedAt }).where('id', '=', id).execute();
  const { agencyId } = after;
  work.record({
    action: 'sheetAccounts.renew',
    resource: 'sheetAccounts',
    recordId: id,
    agencyId,
    before: { name: before.name, state: before.state },
    after: { name: after.name, state },
  });
  return after;
}

async function insertSealed(
  work: Change,
  account: Omit<SheetAccount, 'id' | 'version' | 'createdAt' | 'updatedAt'>,
  sealed: string,
): Promise<SheetAccount> {
  const row: SheetAccount = { id: uuid(), version: 1, createdAt: work.at, updatedAt: work.at, ...account };
  await work.tx
    .insertInto('sheetAccounts')
    .values({ ...row, sealed })
    .execute();
  work.record({
    action: 'sheetAccounts.create',
    resource: 'sheetAccounts',
    recordId: row.id,
    agencyId: row.agencyId,
    after: row,
  });
  return row;
}

/** Lets an account go: the grant is given back to Google, the key is forgotten. @throws Refusal `in_use` while a spreadsheet needs it */
export async function removeAccount(context: Context, desk: GoogleDesk, actor: Actor, id: string): Promise<void> {
  const sealed = await change(context, actor, async work => {
    const account = await find(work, sheetAccounts, 'delete', id);
    const row = await work.tx
      .selectFrom('sheetAccounts')
      .select('sealed')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await remove(work, sheetAccounts, account);
    return row.sealed;
  });
  const credential = opened(desk, sealed);
  if (credential?.kind === 'oauth') await revokeGrant(credential, desk.places);
}

/** A key that can no longer be opened cannot be given back; the account may go all the same. */
function opened(desk: GoogleDesk, sealed: string): Sealed | null {
  try {
    return desk.unseal(sealed);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function clientOf(context: Context, text: string | undefined): OAuthClient {
  const client = text === undefined ? readInstallation(context.config).client : oauthClientOf(text);
  if (!client) throw new Refusal(text === undefined ? 'google_no_client' : 'google_client_wrong');
  return client;
}

/** Begins connecting a person's account. @throws Refusal */
export async function beginGrant(
  context: Context,
  desk: GoogleDesk,
  actor: Actor,
  { client: text, flow }: { readonly client?: string | undefined; readonly flow: 'browser' | 'device' },
): Promise<SheetGrant> {
  const client = clientOf(context, text);
  const at = context.now();
  const id = uuid();
  const keep = async (secret: string, stateHash: string | null, lifeMs: number): Promise<string> => {
    const expiresAt = new Date(at.getTime() + lifeMs).toISOString();
    const begun: Begun = { client, secret };
    await context.db
      .insertInto('sheetGrants')
      .values({
        id,
        userId: actor.id,
        agencyId: actor.agencyId,
        flow,
        stateHash,
        sealed: sealBegun(desk, begun),
        createdAt: at.toISOString(),
        expiresAt,
      })
      .execute();
    return expiresAt;
  };
  await context.db.deleteFrom('sheetGrants').where('expiresAt', '<', at.toISOString()).execute();
  if (flow === 'browser') {
    const { url, state, verifier } = beginBrowserGrant(client, redirectUrlOf(context), desk.places);
    const expiresAt = await keep(verifier, hash(state), minutes10);
    return { id, flow, url, userCode: null, interval: 1, expiresAt };
  }
  const device = await beginDeviceGrant(client, desk.places).catch(error => {
    throw refusalOf(error);
  });
  const expiresAt = await keep(device.deviceCode, null, Math.min(device.expiresIn * 1000, 3 * minutes10));
  return { id, flow, url: device.url, userCode: device.userCode, interval: device.interval, expiresAt };
}

const sealBegun = (desk: GoogleDesk, begun: Begun): string => desk.seal(begun as never);
const openBegun = (desk: GoogleDesk, sealed: string): Begun => desk.unseal(sealed) as never;

/** Ends the browser flow. The state is good once, and only for who began. @throws Refusal `google_grant_unknown` */
export async function finishGrant(
  context: Context,
  desk: GoogleDesk,
  actor: Actor,
  { code, state }: { readonly code: string; readonly state: string },
): Promise<SheetAccount> {
  const grant = await context.db
    .deleteFrom('sheetGrants')
    .where('stateHash', '=', hash(state))
    .where('userId', '=', actor.id)
    .where('expiresAt', '>=', context.now().toISOString())
    .returning('sealed')
    .executeTakeFirst();
  if (!grant) throw new Refusal('google_grant_unknown');
  const { client, secret: verifier } = openBegun(desk, grant.sealed);
  const credential = await finishBrowserGrant(
    client,
    { code, verifier, redirectUrl: redirectUrlOf(context) },
    desk.places,
  ).catch(error => {
    throw refusalOf(error);
  });
  return store(context, desk, actor, credential, await tried(desk, credential));
}

/** Looks whether the person has typed the code. @throws Refusal `google_grant_unknown` */
export async function lookAtGrant(
  context: Context,
  desk: GoogleDesk,
  actor: Actor,
  id: string,
): Promise<SheetGrantStanding> {
  const grant = await context.db
    .selectFrom('sheetGrants')
    .select(['sealed', 'expiresAt'])
    .where('id', '=', id)
    .where('flow', '=', 'device')
    .where('userId', '=', actor.id)
    .executeTakeFirst();
  if (!grant) throw new Refusal('google_grant_unknown');
  if (grant.expiresAt < context.now().toISOString()) return { state: 'expired', account: null };
  const { client, secret } = openBegun(desk, grant.sealed);
  const answer = await lookAtDeviceGrant(client, secret, desk.places).catch(error => {
    throw refusalOf(error);
  });
  if (answer.state === 'pending') return { state: 'pending', account: null };
  await context.db.deleteFrom('sheetGrants').where('id', '=', id).execute();
  if (answer.state !== 'granted') return { state: answer.state, account: null };
  const { credential } = answer;
  return { state: 'granted', account: await store(context, desk, actor, credential, await tried(desk, credential)) };
}
