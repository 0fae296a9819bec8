import { batchAnswer, report, reportBatch, reportEdit, verbBody } from '../../sync/model/index.ts';
import type { ActionOf } from '../access/rules.ts';
import type { Context } from '../context.ts';
import { problemOf } from '../problems/answer.ts';
import { change } from '../records/change.ts';
import { actorOf } from '../routing/guard.ts';
import { type App, byId, readRoutes } from '../routing/routes.ts';
import { reports } from './definition.ts';
import { moveReport, moveReports, saveReport } from './service.ts';
import { spokenVerbs } from './verbs.ts';

const access = (action: ActionOf<'reports'>) => ({ access: { resource: 'reports', action } as const });
const tags = ['reports'];

export function reportRoutes(app: App, context: Context): void {
  readRoutes(app, context, reports, report);

  app.patch(
    '/api/reports/:id',
    { config: access('update'), schema: { tags, params: byId, body: reportEdit, response: { 200: report } } },
    async request => {
      const { version, ...set } = request.body;
      return change(context, actorOf(request), work => saveReport(work, request.params.id, version, set));
    },
  );

  for (const verb of spokenVerbs)
    app.post(
      `/api/reports/:id/${verb}`,
      { config: access(verb), schema: { tags, params: byId, body: verbBody, response: { 200: report } } },
      async request => {
        const { version, reason } = request.body;
        return change(context, actorOf(request), work =>
          moveReport(work, verb, { id: request.params.id, version }, reason),
        );
      },
    );

  // Whoever may do anything to a report may ask; what they may do to which one is decided for each.
  app.post(
    '/api/reports/batch',
    { config: access('update'), schema: { tags, body: reportBatch, response: { 200: batchAnswer } } },
    async request => {
      const { verb, reports: asked, reason } = request.body;
      const { done, refused } = await change(context, actorOf(request), work => moveReports(work, verb, asked, reason));
      return {
        done: [...done],
        refused: refused.map(({ id, refusal }) => ({ id, problem: problemOf(request, refusal) })),
      };
    },
  );
}
