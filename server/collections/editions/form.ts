import { type Edition, type Question, questionsOf } from '../../../sync/collect/index.ts';
import type { TemplateDetail } from '../../../sync/model/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { withLocalCopy } from '../../files/local-copy.ts';
import { Refusal } from '../../problems/refusal.ts';
import { mustNotBeBusy } from '../../reading/busy.ts';
import type { Read } from '../../reading/jobs.ts';
import { type Log, reading } from '../../reading/run.ts';
import type { Change } from '../../records/change.ts';
import { templates } from '../../templates/definition.ts';
import { detailOf } from '../../templates/stored.ts';

/** A template that the person may use for a collection. @throws Refusal `not_found` */
export const templateFor = async ({ db, lister }: Pick<Context, 'db' | 'lister'>, actor: Actor, templateId: string) =>
  detailOf(db, await lister.read(templates, actor, templateId));

/** A template as it was read to be an edition. */
export interface ReadForm {
  readonly template: TemplateDetail;
  /** Its rows are named by their places. */
  readonly edition: Edition;
  readonly questions: readonly Question[];
}

/**
 * Reads a template off the thread that answers, and makes it out once to see that it can be.
 * @throws Refusal `not_found`, `collection_form_unusable`, `conversion_busy`
 */
export async function readForm(
  context: Context,
  actor: Actor,
  collectionId: string,
  { templateId, number }: { readonly templateId: string; readonly number: number },
  log: Log,
): Promise<ReadForm> {
  const template = await templateFor(context, actor, templateId);
  const { sha256, fileName: name, profile, corrections } = template;
  const use = <T>(read: Read<T>): T => {
    mustNotBeBusy(read);
    if (!read.ok) throw new Refusal('collection_form_unusable', { name: template.name }, { issue: read.issue });
    return read.result;
  };
  const edition = await withLocalCopy(context, { sha256, name }, async file => {
    const sample = { id: collectionId, agencyName: '' };
    use(await reading.read('personalise', file, log, { profile, collectionId, edition: number, recipients: [sample] }));
    return use(await reading.read('edition', file, log, { edition: number, profile, corrections }));
  });
  return { template, edition, questions: questionsOf(profile) };
}

/** Refuses to go on with a template that somebody corrected since it was read. @throws Refusal `collection_form_changed` */
export async function mustBeAsRead({ tx }: Change, { template }: Pick<ReadForm, 'template'>): Promise<void> {
  const now = await tx.selectFrom('templates').select('version').where('id', '=', template.id).executeTakeFirst();
  if (now?.version !== template.version) throw new Refusal('collection_form_changed', { name: template.name });
}
