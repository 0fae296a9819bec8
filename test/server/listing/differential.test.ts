import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { definitions } from '../../../server/resources.ts';
import { type Running, start } from '../../../server/start.ts';
import { type Client, clientFor } from '../../support/client.ts';
import { engines, type OpenedDatabase } from '../../support/engines.ts';
import { loadSample } from '../../support/load-sample.ts';
import { openReference } from './reference.ts';
import { type Askable, requestOf } from './requests.ts';
import { roughSample } from './rough-sample.ts';

/** Random requests per engine. */
const requests = 1000;

const rows = roughSample(2025);
const home = rows.agencies[1]!.id;
const { agencies, units, users } = rows;
const ofHome = <T extends { readonly agencyId: string | null }>(list: readonly T[]): readonly T[] =>
  list.filter(row => row.agencyId === home);

/** What the two people who ask may see: an administrator every agency with its people, a secretariat its own agency's work. */
const visible = {
  agencies,
  units,
  users,
  plans: ofHome(rows.plans),
  planItems: ofHome(rows.planItems),
  assignments: ofHome(rows.assignments),
  rounds: ofHome(rows.rounds),
  reports: ofHome(rows.reports),
  evidence: ofHome(rows.evidence),
  events: ofHome(rows.events),
};
type Name = keyof typeof visible;

const askedByAdministrator: readonly string[] = ['agencies', 'units', 'users'] satisfies Name[];

/** What json-server can follow: it fails outright where a reference is null. */
const relations: Readonly<Record<Name, Pick<Askable, 'embed' | 'expand'>>> = {
  agencies: { embed: ['units', 'users'], expand: [] },
  units: { embed: ['users'], expand: ['agency'] },
  users: { embed: [], expand: ['agency'] },
  plans: { embed: ['planItems', 'rounds', 'assignments', 'reports'], expand: ['agency'] },
  planItems: { embed: ['assignments', 'reports'], expand: ['plan', 'agency'] },
  assignments: { embed: ['reports'], expand: ['plan', 'planItem', 'unit', 'agency'] },
  rounds: { embed: ['reports'], expand: ['plan'] },
  reports: { embed: [], expand: ['plan', 'planItem', 'assignment', 'round', 'unit', 'agency'] },
  evidence: { embed: [], expand: ['agency', 'unit'] },
  events: { embed: [], expand: [] },
};

const askable = (Object.keys(visible) as Name[]).map(
  (name): Askable => ({
    name,
    fields: definitions.find(definition => definition.name === name)!.fields,
    rows: visible[name] as Askable['rows'],
    ...relations[name],
    computed: name === 'planItems' ? ['unitIds', 'unresolvedUnits'] : [],
  }),
);

describe.each(engines)('lists on $name', engine => {
  let database: OpenedDatabase;
  let dataDir: string;
  let ours: Running;
  let administrator: Client;
  let secretariat: Client;
  let reference: Awaited<ReturnType<typeof openReference>>;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'guankao-lists-'));
    database = await engine.open();
    const config = { ...readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir }), databaseUrl: database.url ?? null };
    ours = await start(config, () => new Date('2025-07-01T00:00:00.000Z'));
    await loadSample(ours.context.db, rows);
    const personOf = (role: string) => users.find(user => user.role === role && user.agencyId === home)!.id;
    administrator = await clientFor(ours, personOf('administrator'));
    secretariat = await clientFor(ours, personOf('secretariat'));
    reference = await openReference(visible);
  });
  afterAll(async () => {
    await reference.close();
    await ours.stop();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  test(`answer ${requests} random requests as json-server does`, { timeout: 180_000 }, async () => {
    let asked = 0;
    let answeredRows = 0;
    await fc.assert(
      fc.asyncProperty(requestOf(askable), async path => {
        const resource = path.split(/[/?]/)[2]!;
        const client = askedByAdministrator.includes(resource) ? administrator : secretariat;
        const [theirs, answer] = await Promise.all([reference.list(path), client.get(path)]);
        expect({ status: answer.status, rows: answer.body }).toEqual({ status: theirs.status, rows: theirs.rows });
        // json-server counts only when a range was asked for; ours always does.
        if (theirs.total !== null) expect(answer.headers['x-total-count']).toBe(theirs.total);
        asked += 1;
        answeredRows += (theirs.rows as unknown[]).length;
      }),
      { numRuns: requests },
    );
    expect(asked).toBe(requests);
    expect(answeredRows, 'requests that find nothing compare nothing').toBeGreaterThan(requests * 3);
  });
});
