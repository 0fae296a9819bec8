import type { FastifyRequest } from 'fastify';
import type { ReturnedForm } from '../../sync/form/returned.ts';
import { countsOf } from '../../sync/merge/index.ts';
import { type Exchange, type Issue, say } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { Stored } from '../database/schema.ts';
import { type Arrived, keep, receiveOne } from '../files/receive.ts';
import { Refusal } from '../problems/refusal.ts';
import { reading } from '../reading/run.ts';
import { change } from '../records/change.ts';
import { insert } from '../records/records.ts';
import { exchanges } from './definition.ts';
import { previewOf } from './stored.ts';
import type { Likeness, Sent } from './understand.ts';

type IssuedForm = Pick<Stored<'forms'>, 'id' | 'roundId'>;

interface Understood {
  readonly form: IssuedForm | null;
  readonly returned: ReturnedForm | null;
  readonly candidates: readonly Likeness[];
  readonly problem: Issue | null;
}

const noCounts: Exchange['counts'] = { rows: 0, changes: 0, conflicts: 0, unsettled: 0, notReturned: 0, strays: 0 };

/** States in which the same bytes need not come again: they wait for a person, or were applied. */
const underWay = ['received', 'previewed', 'applied'] as const;

/**
 * Takes in a file that came back: stored as it came, read, matched to the form it was issued as. Nothing is changed by it;
 * a file that cannot be read or is not ours is kept with the reason, and one without ids with the forms that it may be. The same bytes again give the exchange they made the
 * first time, unless that one was rejected or undone.
 */
export function receive(
  context: Context,
  actor: Actor,
  request: FastifyRequest,
): Promise<{ readonly exchangeId: string; readonly already: boolean }> {
  return receiveOne(context, request, async file => {
    const known = await earlier(context, actor, file);
    if (known) return { exchangeId: known, already: true };
    const understood = await understand(context, actor, file, request.log);
    await keep(context, file, 'application/octet-stream');
    return { exchangeId: await store(context, actor, file, understood), already: false };
  });
}

async function earlier({ db }: Context, actor: Actor, { sha256 }: Arrived): Promise<string | undefined> {
  const row = await db
    .selectFrom('exchanges')
    .select('id')
    .where('agencyId', '=', actor.agencyId)
    .where('sha256', '=', sha256)
    .where('state', 'in', underWay)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id;
}

async function understand(
  context: Context,
  actor: Actor,
  { path, name }: Arrived,
  log: FastifyRequest['log'],
): Promise<Understood> {
  const read = await reading.read('returned', { path, name }, log, await sentThroughTemplates(context, actor));
  const nothing = { form: null, returned: null, candidates: [], problem: null };
  // Kept with such a problem, the same bytes would never be read again.
  if (!read.ok && read.issue.code === 'conversion_busy') throw new Refusal('conversion_busy', { name });
  if (!read.ok) return { ...nothing, problem: read.issue };
  const { candidates, returned: found } = read.result;
  const returned: ReturnedForm = { ...found, issues: [...read.issues, ...found.issues] };
  const form = returned.formId ? await formOf(context, actor, returned.formId) : undefined;
  if (form) return { ...nothing, form, returned };
  if (candidates.length > 0) return { ...nothing, candidates };
  return { ...nothing, problem: problem(returned.formId ? 'form_unknown' : 'form_without_id', name) };
}

/** Older forms than these nobody sends back. */
const mostSent = 60;

async function sentThroughTemplates({ db }: Context, actor: Actor): Promise<readonly Sent[]> {
  const rows = await db
    .selectFrom('forms')
    .select(['id', 'issued'])
    .where('agencyId', '=', actor.agencyId)
    .where('issued', 'is not', null)
    .orderBy('createdAt', 'desc')
    .limit(mostSent)
    .execute();
  return rows.map(({ id, issued }) => ({ formId: id, issued: issued! }));
}

const problem = (code: 'form_unknown' | 'form_without_id', name: string): Issue => {
  const params = { name };
  return { code, severity: 'error', params, message: say(code, 'zh-TW', params) };
};

const formOf = ({ db }: Context, actor: Actor, formId: string): Promise<IssuedForm | undefined> =>
  db
    .selectFrom('forms')
    .select(['id', 'roundId'])
    .where('id', '=', formId)
    .where('agencyId', '=', actor.agencyId)
    .executeTakeFirst();

function store(
  context: Context,
  actor: Actor,
  file: Arrived,
  { form, returned, candidates, problem }: Understood,
): Promise<string> {
  return change(context, actor, async work => {
    const changes = form && returned ? await previewOf(work.tx, form.id, returned, {}) : null;
    const { id } = await insert<Exchange>(work, exchanges, {
      agencyId: actor.agencyId,
      formId: form?.id ?? null,
      roundId: form?.roundId ?? null,
      receivedBy: actor.id,
      fileName: file.name,
      sha256: file.sha256,
      size: file.size,
      state: changes ? 'previewed' : 'received',
      stateReason: '',
      problem,
      counts: changes ? countsOf(changes, {}) : noCounts,
      appliedAt: null,
      undoneAt: null,
    });
    await work.tx
      .updateTable('exchanges')
      .set({ returned: returned && JSON.stringify(returned), candidates: JSON.stringify(candidates) })
      .where('id', '=', id)
      .execute();
    return id;
  });
}
