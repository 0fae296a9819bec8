import type { FastifyRequest } from 'fastify';
import type { FormScore } from '../../sync/form/own/index.ts';
import type { ReturnedForm } from '../../sync/form/returned.ts';
import { countsOf } from '../../sync/merge/index.ts';
import { type Exchange, type Issue, say } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import type { Stored } from '../database/schema.ts';
import { type Arrived, keep, receiveOne } from '../files/receive.ts';
import { mustNotBeBusy } from '../reading/busy.ts';
import { type Log, reading, type Source } from '../reading/run.ts';
import { change } from '../records/change.ts';
import { insert } from '../records/records.ts';
import { exchanges } from './definition.ts';
import { issuedBy } from './issued.ts';
import { type LeftForm, readAsForm } from './read-as.ts';
import { type KeptFile, previewOf } from './stored.ts';

type IssuedForm = Pick<Stored<'forms'>, 'id' | 'roundId'>;

interface Understood {
  readonly form: (LeftForm & IssuedForm) | null;
  readonly kept: KeptFile | null;
  readonly candidates: readonly FormScore[];
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

const nothing: Understood = { form: null, kept: null, candidates: [], problem: null };

async function understand(context: Context, actor: Actor, { path, name }: Arrived, log: Log): Promise<Understood> {
  const read = await reading.read('returned', { path, name }, log);
  mustNotBeBusy(read);
  if (!read.ok) return { ...nothing, problem: read.issue };
  const file = read.converted ? { bytes: read.converted, name } : { path, name };
  const returned: ReturnedForm = { ...read.result, issues: [...read.issues, ...read.result.issues] };
  if (returned.formId === null) return unknown(context, actor, file, log);
  const form = await formOf(context, actor, returned.formId);
  if (!form) return { ...nothing, problem: problem('form_unknown', name) };
  if (knowsItself(returned)) return { ...nothing, form, kept: returned };
  const compared = await readAsForm(context, file, form, log, read.issues);
  return { ...nothing, form, kept: compared.ok ? compared.result : returned };
}

/** Every row says which it is, so that what went out need not be looked at. */
const knowsItself = ({ rows, strays }: ReturnedForm): boolean =>
  strays.length === 0 && rows.every(({ matchedBy }) => matchedBy === 'id');

/** The forms that a file without an id may be; a person says which. */
async function unknown({ db }: Context, { agencyId }: Actor, file: Source, log: Log): Promise<Understood> {
  const likely = await reading.read('likeness', file, log, await issuedBy(db, agencyId));
  if (!likely.ok) return { ...nothing, problem: likely.issue };
  const candidates = likely.result;
  return { ...nothing, candidates, problem: candidates.length > 0 ? null : problem('form_without_id', file.name) };
}

const problem = (code: 'form_unknown' | 'form_without_id', name: string): Issue => {
  const params = { name };
  return { code, severity: 'error', params, message: say(code, 'zh-TW', params) };
};

const formOf = ({ db }: Context, actor: Actor, formId: string): Promise<(LeftForm & IssuedForm) | undefined> =>
  db
    .selectFrom('forms')
    .select(['id', 'roundId', 'sha256', 'name', 'issued'])
    .where('id', '=', formId)
    .where('agencyId', '=', actor.agencyId)
    .executeTakeFirst();

function store(
  context: Context,
  actor: Actor,
  file: Arrived,
  { form, kept, candidates, problem }: Understood,
): Promise<string> {
  return change(context, actor, async work => {
    const changes = form && kept ? await previewOf(work.tx, form.id, kept, {}) : null;
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
      .set({ returned: kept && JSON.stringify(kept), candidates: JSON.stringify(candidates) })
      .where('id', '=', id)
      .execute();
    return id;
  });
}
