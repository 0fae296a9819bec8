import type { FormProfile, Issue, ProfileCorrection } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { withLocalCopy } from '../files/local-copy.ts';
import { Refusal, stale } from '../problems/refusal.ts';
import { type Log, reading } from '../reading/run.ts';
import { change } from '../records/change.ts';
import { edit, find } from '../records/records.ts';
import { type CorrectedTemplate, correctedTemplates } from './definition.ts';
import { mustBeFree } from './naming.ts';
import { detailOf, profileOf } from './stored.ts';
import { rowCountOf, told } from './understood.ts';

interface Wish {
  readonly version: number;
  readonly name?: string | undefined;
  readonly corrections?: ProfileCorrection | undefined;
}

/**
 * Renames a template or says anew how it is to be read. The corrections are all of them, not more of them: the profile is
 * made again from the workbook with these and no others.
 * @throws Refusal `stale_version`, `template_unreadable`, `template_last_form`, `template_name_taken`
 */
export async function editTemplate(
  context: Context,
  actor: Actor,
  id: string,
  { version, name, corrections }: Wish,
  log: Log,
): Promise<void> {
  const row = await change(context, actor, work => find(work, correctedTemplates, 'update', id));
  if (row.version !== version) throw stale(row);
  const profile = corrections && (await corrected(context, row, corrections, log));
  await change(context, actor, async work => {
    const now = await find(work, correctedTemplates, 'update', id);
    if (name !== undefined) await mustBeFree(work, now, name, profile ?? (await profileOf(work.tx, id)));
    const rowCount = profile ? rowCountOf(profile) : undefined;
    await edit(work, correctedTemplates, now, version, { name, corrections, rowCount });
    if (!profile) return;
    await work.tx
      .updateTable('templates')
      .set({ profile: JSON.stringify(profile) })
      .where('id', '=', id)
      .execute();
  });
}

/** The workbook is read again off the main thread, before anything is locked. */
async function corrected(
  context: Context,
  template: CorrectedTemplate,
  corrections: ProfileCorrection,
  log: Log,
): Promise<FormProfile> {
  const { sha256, fileName } = template;
  const read = await withLocalCopy(context, { sha256, name: fileName }, file =>
    reading.read('correct', file, log, corrections),
  );
  if (!read.ok) throw new Refusal('template_unreadable', { name: fileName }, { issue: read.issue });
  const { found } = await detailOf(context.db, template);
  // One in which nothing was found may go back to where it began.
  if (read.result.sheets.length === 0 && found.sheets.length > 0)
    throw new Refusal('template_last_form', { name: template.name });
  // Once somebody pointed at the titles, that none were found is no news.
  const stands = ({ code }: Issue) => code !== 'form_not_found' || read.result.sheets.length === 0;
  return told(read.result, found.issues.filter(stands));
}
