import type { FastifyRequest } from 'fastify';
import type { MessageCode, PlanReading } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { type Arrived, keep, receiveOne } from '../files/receive.ts';
import { Refusal } from '../problems/refusal.ts';
import { reading } from '../reading/run.ts';
import { note } from '../records/change.ts';

/**
 * Takes in a plan document and says what was understood of it. The file is kept as it came, whether it could be read or not,
 * and nothing else is changed: the plan is made by the import that a person sends afterwards.
 * @throws Refusal with the reader's own code when the file cannot be read
 */
export function readPlan(context: Context, actor: Actor, request: FastifyRequest): Promise<PlanReading> {
  return receiveOne(context, request, async file => {
    const read = await reading.read('plan', file, request.log);
    await keep(context, file, 'application/octet-stream');
    await record(context, actor, file, read.ok ? { items: read.result.items.length } : { problem: read.issue.code });
    if (!read.ok) throw new Refusal(read.issue.code as MessageCode, read.issue.params, { sha256: file.sha256 });
    const { result, issues } = read;
    return { ...result, sha256: file.sha256, issues: [...issues, ...result.issues] };
  });
}

/** The file belongs to no record yet; the log is where it can be found again. */
function record(context: Context, actor: Actor, { name, sha256, size }: Arrived, understood: object): Promise<void> {
  return note(context, actor, [
    {
      action: 'plans.read',
      resource: 'plans',
      agencyId: actor.agencyId,
      after: { fileName: name, sha256, size, ...understood },
    },
  ]);
}
