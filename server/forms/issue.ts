import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { Form, Round } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { type Arrived, keep } from '../files/receive.ts';
import { toRow } from '../listing/fields.ts';
import { Refusal } from '../problems/refusal.ts';
import type { Log } from '../reading/run.ts';
import { change } from '../records/change.ts';
import { find } from '../records/records.ts';
import { rounds } from '../rounds/definition.ts';
import { templates } from '../templates/definition.ts';
import { forms } from './definition.ts';
import { fileNameOf, mediaTypes } from './formats.ts';
import type { Made } from './made.ts';
import { type OwnFormat, ownForm } from './own.ts';
import { throughTemplate } from './through-template.ts';

const rowsPerStatement = 500;

/** What a form is asked to be. */
export interface Wish {
  readonly roundId: string;
  readonly unitIds?: readonly string[] | undefined;
  readonly templateId?: string | undefined;
  readonly format?: OwnFormat | undefined;
}

/**
 * Issues the self-check form of a round, our own or somebody's template: the workbook is written and stored, and the exact
 * values it leaves with are kept row by row, as the base of the merge when it comes back.
 * @throws Refusal `round_not_open`, `form_empty`, `form_format_of_template`, and what making it throws
 */
export async function issueForm(context: Context, actor: Actor, wish: Wish, log: Log): Promise<Form> {
  const { roundId, unitIds = [], templateId, format } = wish;
  const round: Round = await change(context, actor, work => find(work, rounds, 'read', roundId));
  if (round.agencyId !== actor.agencyId) throw new Refusal('not_allowed');
  if (round.state === 'draft') throw new Refusal('round_not_open');
  const id = uuid();
  const made =
    templateId === undefined
      ? await ownForm(context, id, round, unitIds, format ?? 'xlsx')
      : await throughTemplate(context, actor, { formId: id, round, unitIds, templateId, format }, log);
  const file = await store(context, id, made);
  return change(context, actor, async work => {
    // Filling takes its time, and somebody may have deleted the template meanwhile.
    if (made.templateId !== null) await find(work, templates, 'read', made.templateId);
    const form: Form = {
      id,
      createdAt: work.at,
      agencyId: round.agencyId,
      planId: round.planId,
      roundId,
      issuedBy: actor.id,
      name: file.name,
      sha256: file.sha256,
      size: file.size,
      rowCount: made.rows.length,
      unitIds: [...unitIds],
      templateId: made.templateId,
      format: made.format,
      notices: [...made.notices],
    };
    await work.tx
      .insertInto('forms')
      .values({
        ...toRow(forms.fields, form),
        issued: made.issued && JSON.stringify(made.issued),
      } as never)
      .execute();
    const base = made.rows.map((row, position) => ({
      formId: id,
      position,
      ...row,
      answer: JSON.stringify(row.answer),
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

async function store(context: Context, id: string, { bytes, format, name }: Made): Promise<Arrived> {
  const file = {
    name: fileNameOf(name, format),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    path: join(context.storage.incoming, id),
  };
  await writeFile(file.path, bytes, { flush: true });
  await keep(context, file, mediaTypes[format]);
  return file;
}
