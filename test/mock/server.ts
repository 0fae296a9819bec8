import { join } from 'node:path';
import jsonServer, { type Application, type Handler } from 'json-server';
import {
  assignmentMachine,
  defaultSettings,
  type Machine,
  planMachine,
  reportMachine,
  roundMachine,
  type Session,
  step,
} from '../../sync/model/index.ts';
import { dashboardOf } from './dashboard.ts';
import type { Sample } from './sample/index.ts';

const dist = join(import.meta.dirname, '../../admin/dist');

const machines: Readonly<Record<string, Machine<string, string>>> = {
  reports: reportMachine,
  assignments: assignmentMachine,
  rounds: roundMachine,
  plans: planMachine,
};

function sessionOf({ users, agencies }: Sample): Session {
  const user = users.find(({ role, agencyId }) => role === 'secretariat' && agencyId === agencies[1]!.id)!;
  const agency = agencies.find(({ id }) => id === user.agencyId)!;
  const ready = { ...user, mustChangePassword: false };
  return {
    user: ready,
    agencyName: agency.name,
    unitName: null,
    isBureau: false,
    isSubordinate: false,
    csrfToken: 'mock',
    idleMinutes: 30,
  };
}

/** json-server keeps whatever a PATCH says; the real server counts the edit. */
const countEdits: Handler = (request, _, next) => {
  if (request.method === 'PATCH' && typeof request.body.version === 'number')
    request.body = { ...request.body, version: request.body.version + 1, updatedAt: new Date().toISOString() };
  next();
};

/**
 * json-server over the sample under /api, with what the console needs beside lists: somebody who is logged in, the
 * dashboard, the verbs of the state machines, and the built console itself at /. No rights, no events, nothing is kept.
 */
export function mockServer(sample: Sample): Application {
  const session = sessionOf(sample);
  const router = jsonServer.router({
    ...structuredClone(sample),
    forms: [],
    exchanges: [],
    openSessions: [],
    settings: { version: 1, ...defaultSettings },
    dashboard: dashboardOf(sample, session.user.agencyId),
  });
  const app = jsonServer.create();
  app.use(jsonServer.defaults({ static: dist, logger: false }));
  app.use(jsonServer.bodyParser);
  app.use(countEdits);

  app.get('/api/setup', (_, response) => response.json({ needed: false }));
  app.all('/api/session', (request, response) =>
    request.method === 'DELETE' ? response.status(204).end() : response.json(session),
  );
  app.get('/api/evidence', (request, _, next) => {
    const { reportId, ...query } = request.query;
    const attached = sample.attachments.filter(one => one.reportId === reportId).map(one => one.evidenceId);
    if (reportId !== undefined) request.query = { ...query, id: attached.length > 0 ? attached : ['none'] };
    next();
  });
  app.post('/api/:resource/:id/:verb', (request, response, next) => {
    const { resource = '', id = '', verb = '' } = request.params;
    const machine = machines[resource];
    const found = router.db.get(resource).find({ id });
    const row = found.value();
    if (!machine || !(verb in machine.verbs) || !row) return next();
    const reason = typeof request.body.reason === 'string' ? request.body.reason : undefined;
    const moved = step(machine, String(row.state), verb, reason);
    if (!moved.ok) return response.status(409).json({ code: moved.code, message: moved.code });
    return response.json(
      found.assign({ state: moved.state, stateReason: reason ?? '', version: Number(row.version) + 1 }).write(),
    );
  });
  app.use('/api', router);
  app.get(/^\/(?!api\/)/, (_, response) => response.sendFile(join(dist, 'index.html')));
  return app;
}
