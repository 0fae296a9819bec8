import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { hashPassword } from '../../server/accounts/passwords.ts';
import { agencies } from '../../server/agencies/definition.ts';
import { place } from '../../server/agencies/hierarchy.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { type Change, change } from '../../server/records/change.ts';
import { insert } from '../../server/records/records.ts';
import { type Running, start } from '../../server/start.ts';
import { units } from '../../server/units/definition.ts';
import { users } from '../../server/users/definition.ts';
import { type Agency, defaultSettings, type Role, type Unit, type User } from '../../sync/model/index.ts';
import { type Client, clientFor, stranger } from './client.ts';
import type { Engine } from './engines.ts';

export const everybodysPassword = 'a password for tests only';

/** Everyone's hash: argon2 is slow by design, and tests hire many people. */
const passwordHash = hashPassword(everybodysPassword);

export interface Staffed {
  readonly agency: Agency;
  /** By name: 秘書室, 民政課, 社會課. */
  readonly units: Readonly<Record<string, Unit>>;
  /** One of each role: `secretariat`, `chief` and `officer` of 民政課, `otherOfficer` of 社會課, … */
  readonly users: Readonly<Record<Person, User>>;
  /** Their browsers, logged in. */
  readonly as: Readonly<Record<Person, Client>>;
}

export type Person = Role | 'colleague' | 'otherChief' | 'otherOfficer';

/**
 * A running server with people in it: a bureau, two district offices below it, and an agency that has nothing to do with
 * them. Time stands still until `clock` moves it.
 */
export interface Office extends Running {
  readonly bureau: Staffed;
  readonly district: Staffed;
  readonly sibling: Staffed;
  readonly foreign: Staffed;
  readonly stranger: Client;
  readonly clock: { set(instant: string): void; advance(ms: number): void };
  close(): Promise<void>;
}

const cast: readonly (readonly [Person, Role, string | null])[] = [
  ['administrator', 'administrator', null],
  ['secretariat', 'secretariat', '秘書室'],
  ['chief', 'chief', '民政課'],
  ['officer', 'officer', '民政課'],
  ['colleague', 'officer', '民政課'],
  ['otherChief', 'chief', '社會課'],
  ['otherOfficer', 'officer', '社會課'],
  ['head', 'head', null],
  ['auditor', 'auditor', null],
];

/** Opens a staffed office on an engine. @param settings overrides of the configuration */
export async function openOffice(engine: Engine, settings: Partial<Config> = {}): Promise<Office> {
  const database = await engine.open();
  const dataDir = database.file ? dirname(database.file) : await mkdtemp(join(tmpdir(), 'guankao-data-'));
  const config: Config = {
    ...readConfig({ DATA_DIR: dataDir, LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent', PORT: '0' }),
    databaseUrl: database.url ?? null,
    ...settings,
  };
  let now = new Date('2025-06-02T01:00:00.000Z');
  const running = await start(config, () => now);

  const hire = async (work: Change, agency: Agency): Promise<Omit<Staffed, 'as'>> => {
    const rooms: Record<string, Unit> = {};
    for (const [position, name] of ['秘書室', '民政課', '社會課'].entries())
      rooms[name] = await insert(work, units, { agencyId: agency.id, name, aliases: [], position, disabled: false });
    const people = {} as Record<Person, User>;
    for (const [person, role, room] of cast)
      people[person] = await insert(work, users, {
        agencyId: agency.id,
        unitId: room === null ? null : rooms[room]!.id,
        account: `${person}.${agency.id.slice(-8)}`.toLowerCase(),
        name: `${agency.name}${person}`,
        email: null,
        role,
        locale: 'zh-TW',
        disabled: false,
        mustChangePassword: false,
        lockedUntil: null,
        lastLoginAt: null,
      });
    await work.tx
      .updateTable('users')
      .set({ passwordHash: await passwordHash, passwordChangedAt: work.at })
      .where('agencyId', '=', agency.id)
      .execute();
    return { agency, units: rooms, users: people };
  };

  const founder = { id: 'founder', name: 'founder', agencyId: '', unitId: null, role: 'administrator' } as const;
  const [bureau, district, sibling, foreign] = await change(running.context, founder, async work => {
    const found = async (name: string, parentId: string | null) => {
      const agency = await insert(work, agencies, { name, parentId, email: null, disabled: false });
      await place(work.tx, agency.id, parentId);
      await work.tx
        .insertInto('settings')
        .values({ agencyId: agency.id, version: 1, ...defaultSettings })
        .execute();
      return hire(work, agency);
    };
    const top = await found('清川市民政局', null);
    return [
      top,
      await found('清川市青田區公所', top.agency.id),
      await found('清川市松湖區公所', top.agency.id),
      await found('遠山縣政府', null),
    ] as const;
  });

  const withClients = async (staffed: Omit<Staffed, 'as'>): Promise<Staffed> => {
    const as = {} as Record<Person, Client>;
    for (const [person] of cast) as[person] = await clientFor(running, staffed.users[person].id);
    return { ...staffed, as };
  };

  return {
    ...running,
    bureau: await withClients(bureau),
    district: await withClients(district),
    sibling: await withClients(sibling),
    foreign: await withClients(foreign),
    stranger: stranger(running.app),
    clock: {
      set: instant => {
        now = new Date(instant);
      },
      advance: ms => {
        now = new Date(now.getTime() + ms);
      },
    },
    async close() {
      await running.stop();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
