import { type Agency, defaultSettings, type Unit, type User } from '../../sync/model/index.ts';
import { hashPassword } from '../accounts/passwords.ts';
import { agencies } from '../agencies/definition.ts';
import { place } from '../agencies/hierarchy.ts';
import { type Change, change } from '../records/change.ts';
import { insert } from '../records/records.ts';
import { demoPassword } from '../setup/demo-accounts.ts';
import type { Running } from '../start.ts';
import { units } from '../units/definition.ts';
import { users } from '../users/definition.ts';
import { bureau, type CastAgency, offices } from './cast.ts';

/** An agency of the demo with its people by account. */
export interface Founded {
  readonly agency: Agency;
  readonly units: readonly Unit[];
  readonly people: ReadonlyMap<string, User>;
}

/** Founds the bureau and its offices, each with units and people. They all share the demo's password, which is as new as the start. */
export async function found({ context }: Running, start: Date): Promise<readonly [Founded, ...Founded[]]> {
  const password = { passwordHash: await hashPassword(demoPassword), passwordChangedAt: start.toISOString() };
  const founder = { id: 'demo', name: '系統', agencyId: '', unitId: null, role: 'administrator' } as const;
  return change(context, founder, async work => {
    const top = await foundOne(work, bureau, null, password);
    const below: Founded[] = [];
    for (const office of offices) below.push(await foundOne(work, office, top.agency.id, password));
    return [top, ...below] as const;
  });
}

async function foundOne(
  work: Change,
  cast: CastAgency,
  parentId: string | null,
  password: { readonly passwordHash: string; readonly passwordChangedAt: string },
): Promise<Founded> {
  const agency = await insert(work, agencies, { name: cast.name, parentId, email: null, disabled: false });
  await place(work.tx, agency.id, parentId);
  await work.tx
    .insertInto('settings')
    .values({ agencyId: agency.id, version: 1, ...defaultSettings })
    .execute();
  const rooms: Unit[] = [];
  for (const [position, name] of cast.units.entries())
    rooms.push(await insert(work, units, { agencyId: agency.id, name, aliases: [], position, disabled: false }));
  const people = new Map<string, User>();
  for (const { account, name, role, unit } of cast.people)
    people.set(
      account,
      await insert(work, users, {
        agencyId: agency.id,
        unitId: rooms.find(room => room.name === unit)?.id ?? null,
        account,
        name,
        email: null,
        role,
        locale: 'zh-TW',
        disabled: false,
        mustChangePassword: false,
        lockedUntil: null,
        lastLoginAt: null,
      }),
    );
  await work.tx.updateTable('users').set(password).where('agencyId', '=', agency.id).execute();
  return { agency, units: rooms, people };
}
