import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { Form, Round } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { keep } from '../files/receive.ts';
import { toRow } from '../listing/fields.ts';
import { Refusal } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import { find } from '../records/records.ts';
import { rounds } from '../rounds/definition.ts';
import { contentOf } from './content.ts';
import { forms } from './definition.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const rowsPerStatement = 500;

/**
 * Issues the self-check form of a round: the workbook is written and stored, and the exact values it leaves with are kept
 * row by row, as the base of the merge when it comes back.
 * @throws Refusal `round_not_open`, `form_empty`
 */
export async function issueForm(
  context: Context,
  actor: Actor,
  roundId: string,
  unitIds: readonly string[],
): Promise<Form> {
  const round: Round = await change(context, actor, work => find(work, rounds, 'read', roundId));
  if (round.agencyId !== actor.agencyId) throw new Refusal('not_allowed');
  if (round.state === 'draft') throw new Refusal('round_not_open');
  const id = uuid();
  const at = context.now();
  const { content, rows } = await contentOf(context.db, id, round, unitIds, {
    now: at,
    publicUrl: context.config.publicUrl,
  });
  if (rows.length === 0) throw new Refusal('form_empty');

  const { writeForm } = await import('../../sync/form/write/index.ts');
  const written = await writeForm(content);
  if (!written.ok) throw new Refusal('form_unwritable', { count: written.issues.length }, { issues: written.issues });
  const { bytes } = written;
  const name = `${content.agencyName}${content.roundTitle}自行檢核表.xlsx`.replace(/[\\/:*?"<>|]/g, '_');
  const file = {
    name,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    path: join(context.storage.incoming, id),
  };
  await writeFile(file.path, bytes, { flush: true });
  await keep(context, file, xlsxType);

  return change(context, actor, async work => {
    const form: Form = {
      id,
      createdAt: work.at,
      agencyId: round.agencyId,
      planId: round.planId,
      roundId,
      issuedBy: actor.id,
      name,
      sha256: file.sha256,
      size: file.size,
      rowCount: rows.length,
      unitIds: [...unitIds],
    };
    await work.tx
      .insertInto('forms')
      .values(toRow(forms.fields, form) as never)
      .execute();
    const base = rows.map((row, position) => ({
      formId: id,
      position,
      ...row,
      answer: JSON.stringify(content.rows[position]!.answer),
    }));
    for (let i = 0; i < base.length; i += rowsPerStatement)
      await work.tx
        .insertInto('formRows')
        .values(base.slice(i, i + rowsPerStatement))
        .execute();
    work.record({ action: 'forms.create', resource: 'forms', recordId: id, agencyId: form.agencyId, after: form });
    return form;
  });
}
