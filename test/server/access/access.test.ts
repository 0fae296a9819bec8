import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '../../../sync/model/index.ts';
import type { Answer } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice, type Person, type Staffed } from '../../support/office.ts';
import { cases, lists, type Relation, relations } from './expectations.ts';
import { type Owner, type Rows, rowsFor } from './sample-rows.ts';

/** Routes that need no more than a log-in, or none, or concern only one's own sessions; sessions.test.ts walks them. */
const personal = /^(GET|HEAD|DELETE) \/api\/openSessions/;
/** Rows may be told apart by ids alone in lists and batches; they have tests of their own below. */
const collections = /^(GET|HEAD) \/api\/\w+$/;

describe.each(engines)('authorisation on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
  });
  afterAll(() => office?.close());

  /** The owner of a row that stands in this relation to a person of the bureau. */
  const ownerIn = (relation: Relation, person: Person): Owner => {
    const { bureau, district, foreign } = office;
    const unit = person === 'secretariat' ? '秘書室' : '民政課';
    const other = (staffed: Staffed): Owner => ({ staffed, unit: '社會課', officerId: staffed.users.otherOfficer.id });
    return {
      own: { staffed: bureau, unit, officerId: bureau.users[person].id },
      section: { staffed: bureau, unit, officerId: bureau.users.colleague.id },
      agency: other(bureau),
      below: other(district),
      foreign: other(foreign),
    }[relation];
  };

  /** Reading and what is refused leave rows as they are, so that the next may have them too. */
  const shelf = new Map<string, Promise<Rows>>();
  const shared = (relation: Relation, person: Person): Promise<Rows> => {
    const key = `${relation} ${person}`;
    const known = shelf.get(key) ?? rowsFor(office, ownerIn(relation, person));
    shelf.set(key, known);
    return known;
  };
  const used = (relation: Relation, person: Person) => shelf.delete(`${relation} ${person}`);

  const use = async (person: Person, route: string, rows: Rows): Promise<Answer> => {
    const [method, pattern] = route.split(' ') as ['GET' | 'POST' | 'PATCH' | 'DELETE', string];
    const { url, body, upload } = cases[route]!;
    const resource = pattern.split('/')[2] as keyof Rows;
    const target = url ? url(rows) : pattern.replace(':id', rows[resource]);
    const client = office.bureau.as[person];
    if (upload) return client.upload(target, [{ name: '樣本.pdf', bytes: Buffer.from(`%PDF-1.4 ${Math.random()}`) }]);
    return client.send({ method, url: target, ...(body ? { payload: body(rows) } : {}) });
  };

  /** Naming a row that one may not see in a body is refused as a foreign reference. */
  const denied = ({ status, body }: Answer) =>
    status === 401 || status === 403 || status === 404 || body?.code === 'foreign_reference';

  it('names every route of the API in the expectations', () => {
    const guarded = office.app.guarded
      .filter(({ access, method }) => typeof access === 'object' && method !== 'HEAD' && method !== 'OPTIONS')
      .map(({ method, url }) => `${method} ${url}`)
      .filter(route => !personal.test(route) && route !== 'POST /api/reports/batch');
    const walked = new Set([
      ...Object.keys(cases),
      ...Object.keys(lists).map(name => `GET /api/${name}`),
      'GET /api/events',
      'GET /api/events/:id',
    ]);
    expect(guarded.filter(route => !walked.has(route))).toEqual([]);
    expect([...walked].filter(route => !guarded.includes(route) && !collections.test(route))).toEqual([]);
  });

  describe.each(Object.keys(cases))('%s', route => {
    it.each(roles)('by %s', async role => {
      const allowed: Relation[] = [];
      const expected: Relation[] = [];
      for (const relation of relations) {
        const rows = await shared(relation, role);
        const before = await lastEvent();
        const answer = await use(role, route, rows);
        expect(answer.status, `${relation} row`).toBeLessThan(500);
        if (denied(answer))
          expect(await changesSince(before), `a refusal changes nothing (${relation} row)`).toEqual([]);
        else {
          allowed.push(relation);
          if (!route.startsWith('GET ')) used(relation, role);
        }
        if (cases[route]!.may[role]?.includes(relation[0]!)) expected.push(relation);
      }
      expect(allowed).toEqual(expected);
    });
  });

  const lastEvent = async (): Promise<number> => {
    const { id } = await office.context.db
      .selectFrom('events')
      .select(eb => eb.fn.max('id').as('id'))
      .executeTakeFirstOrThrow();
    return id;
  };

  /** What a refused request might have touched, as far as it leaves traces in the log other than of the refusal itself. */
  const changesSince = (event: number) =>
    office.context.db
      .selectFrom('events')
      .select(['action', 'recordId'])
      .where('id', '>', event)
      // What was taken in before is read in the background, in its own time.
      .where('action', 'not in', ['access.refused', 'collectionFiles.read', 'recipients.roster'])
      .execute();

  describe.each(Object.keys(lists))('the list of %s', name => {
    it.each(roles)('and its total, for %s', async role => {
      const client = office.bureau.as[role];
      const rows = new Map<Relation, Rows>();
      for (const relation of relations) rows.set(relation, await shared(relation, role));
      const ids = [...new Set([...rows.values()].map(row => row[name as keyof Rows]))];
      const { status, body, headers } = await client.get(`/api/${name}?${ids.map(id => `id=${id}`).join('&')}`);
      const expected = relations.filter(relation => lists[name]![role]?.includes(relation[0]!));
      if (expected.length === 0) return expect(status).toBe(403);
      const wanted = [...new Set(expected.map(relation => rows.get(relation)![name as keyof Rows]))];
      expect(body.map((row: { id: string }) => row.id).toSorted()).toEqual(wanted.toSorted());
      expect(headers['x-total-count']).toBe(String(wanted.length));
    });
  });

  it('hides from the bureau what an agency has not submitted', async () => {
    const rows = await rowsFor(office, ownerIn('below', 'secretariat'));
    const { db } = office.context;
    const look = (what: string, id: string) => office.bureau.as.secretariat.get(`/api/${what}/${id}`);
    await db.updateTable('reports').set({ state: 'endorsed' }).where('id', '=', rows.reports).execute();
    expect((await look('reports', rows.reports)).status).toBe(404);
    expect((await look('evidence', rows.evidence)).status).toBe(404);
    await db.updateTable('plans').set({ state: 'draft' }).where('id', '=', rows.plans).execute();
    expect((await look('plans', rows.plans)).status).toBe(404);
    expect((await look('planItems', rows.planItems)).status).toBe(404);
    await db.updateTable('rounds').set({ state: 'draft' }).where('id', '=', rows.rounds).execute();
    expect((await look('rounds', rows.rounds)).status).toBe(404);
  });

  it('acts on each report of a batch by the rights on that report', async () => {
    const reports = await Promise.all(
      relations.map(async relation => (await rowsFor(office, ownerIn(relation, 'chief'))).reports),
    );
    const batch = { verb: 'return', reason: '樣本理由', reports: reports.map(id => ({ id, version: 1 })) };
    const { body } = await office.bureau.as.chief.post('/api/reports/batch', batch);
    const codes = new Map(body.refused.map((r: { id: string; problem: { code: string } }) => [r.id, r.problem.code]));
    expect(reports.map(id => codes.get(id))).toEqual([
      'illegal_transition',
      'illegal_transition',
      'not_found',
      'not_found',
      'not_found',
    ]);
  });

  it('shows each role the events it may see, and records what was refused', async () => {
    const { as, users } = office.bureau;
    await as.officer.post('/api/units', { name: '無權新增課' });
    const { body } = await as.auditor.get(
      `/api/events?action=access.refused&actorId=${users.officer.id}&_sort=id&_order=desc&_limit=1`,
    );
    expect(body[0]).toMatchObject({ resource: 'units', after: { wanted: 'create' } });
    const agenciesOf = async (role: Person) => {
      const { body: seen } = await as[role].get('/api/events?_limit=5000');
      return new Set(seen.map((e: { agencyId: string }) => e.agencyId));
    };
    expect(await agenciesOf('auditor')).toEqual(new Set([office.bureau.agency.id]));
    expect(await agenciesOf('officer')).toEqual(new Set([office.bureau.agency.id]));
    expect((await agenciesOf('administrator')).size).toBeGreaterThan(1);
  });

  it('is denied to whoever is not logged in, on every guarded route', async () => {
    for (const { method, url, access } of office.app.guarded) {
      if (access === 'public' || method === 'HEAD') continue;
      const { status } = await office.stranger.send({ method: method as 'GET', url: url.replaceAll(/:\w+/g, 'x') });
      expect(status, `${method} ${url}`).toBe(401);
    }
  });
});
