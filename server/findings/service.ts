import type { z } from 'zod';
import { type Finding, type FindingVerb, type findingCreate, findingMachine } from '../../sync/model/index.ts';
import { collectedRows } from '../collected-rows/definition.ts';
import { mustBeRunning } from '../collection-files/open.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Change } from '../records/change.ts';
import { edit, find, insert } from '../records/records.ts';
import { transition } from '../records/transition.ts';
import { findings } from './definition.ts';

/** Notes what was found wanting in an agency's answer. @throws Refusal `foreign_reference` where that answer is not the bureau's to judge */
export async function createFinding(work: Change, wish: z.infer<typeof findingCreate>): Promise<Finding> {
  const row = await find(work, collectedRows, 'update', wish.collectedRowId).catch(error => {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal('foreign_reference', { field: 'collectedRowId' }, { field: 'collectedRowId' });
  });
  await mustBeRunning(work, row.collectionId);
  const { agencyId: againstId } = await work.tx
    .selectFrom('recipients')
    .select('agencyId')
    .where('id', '=', row.recipientId)
    .executeTakeFirstOrThrow();
  return insert<Finding>(work, findings, {
    agencyId: row.bureauId,
    againstId,
    collectionId: row.collectionId,
    ...wish,
    state: findingMachine.initial,
    stateReason: '',
    action: '',
    answeredAt: null,
  });
}

type Wording = { readonly [K in 'title' | 'text' | 'dueDate']?: Finding[K] | undefined };

/** What was answered stays an answer to what was asked: a finding is reworded only while it waits for one. */
export async function editFinding(work: Change, id: string, version: number, set: Wording): Promise<Finding> {
  const row = await find(work, findings, 'update', id);
  const isOpen = row.state === 'open' || row.state === 'kept';
  if (!isOpen)
    throw new Refusal(
      'illegal_transition',
      { state: `{finding.state.${row.state}}`, verb: '{finding.verb.update}' },
      { state: row.state },
    );
  return edit(work, findings, row, version, set);
}

/** The agency answers, or where it has no accounts here its bureau for it; the bureau releases or keeps. */
export async function moveFinding(
  work: Change,
  verb: FindingVerb,
  { id, version }: Pick<Finding, 'id' | 'version'>,
  set: Partial<Pick<Finding, 'action' | 'answeredAt' | 'stateReason'>>,
): Promise<Finding> {
  const row = await find(work, findings, verb, id);
  const state = transition(findingMachine, 'finding', row.state, verb, set.stateReason);
  return edit<Finding>(work, findings, row, version, { ...set, state }, verb, set.stateReason);
}
