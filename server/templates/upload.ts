import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import type { FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import { type Issue, say, type Template, template, templateNameOf } from '../../sync/model/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { type Arrived, keep, receiveOne } from '../files/receive.ts';
import { mediaTypes } from '../forms/formats.ts';
import { toRow } from '../listing/fields.ts';
import { Refusal } from '../problems/refusal.ts';
import { reading } from '../reading/run.ts';
import { change, note } from '../records/change.ts';
import { isDuplicate } from '../records/records.ts';
import { templates } from './definition.ts';
import { nameOfNew } from './naming.ts';
import { teachersOf } from './stored.ts';
import { type Understood, withIssues } from './understood.ts';

/** As many rows as can be mapped to a plan in one request. */
const mostRows = 5000;

interface Received {
  readonly templateId: string;
  /** The agency has these bytes already. */
  readonly already: boolean;
}

/**
 * Takes in a workbook that somebody else made: kept as it came, read and profiled. What was corrected on an alike one is
 * corrected on it too. The same bytes again give the template that they are; another that is called the same gets a name of its
 * own. One in which no form was found is kept only when the field `unrecognised` says `keep`: a person is going to point at its
 * titles.
 * @throws Refusal `template_unreadable`, `template_without_table`, `template_too_long`, each with the issue in its details
 */
export function receiveTemplate(context: Context, actor: Actor, request: FastifyRequest): Promise<Received> {
  return receiveOne(context, request, async file => {
    const known = await earlier(context, actor, file.sha256);
    if (known) return { templateId: known, already: true };
    const name = nameOf(file);
    const teachers = await teachersOf(context.db, actor.agencyId);
    const read = await reading.read('template', file, request.log, teachers);
    const asItCame = read.ok && !read.converted ? mediaTypes[read.result.format] : 'application/octet-stream';
    await keep(context, file, asItCame);
    if (!read.ok) throw await refused(context, actor, file, { code: 'template_unreadable', issue: read.issue });
    const understood = withIssues(read.result, read.issues);
    const fault = faultOf(file, understood, file.fields?.unrecognised === 'keep');
    if (fault) throw await refused(context, actor, file, fault);
    const usable = read.converted ? await keepConverted(context, file, read.converted) : file;
    return store(context, actor, { file, usable, name }, understood);
  });
}

interface Fault {
  readonly code: 'template_unreadable' | 'template_without_table' | 'template_too_long';
  readonly issue: Issue;
}

function faultOf({ name }: Arrived, { found, profile, rowCount }: Understood, unrecognised: boolean): Fault | null {
  const fault = (code: Fault['code'], params: Issue['params'] = {}): Fault => ({
    code,
    issue: { code, severity: 'error', message: say(code, 'zh-TW', { name, ...params }), params: { name, ...params } },
  });
  if (profile.sheets.length === 0 && !unrecognised)
    return { ...fault('template_without_table'), ...(found.issues[0] ? { issue: found.issues[0] } : {}) };
  return rowCount > mostRows ? fault('template_too_long', { limit: mostRows }) : null;
}

/** The file belongs to no record; the log is where it can be found again. */
async function refused(
  context: Context,
  actor: Actor,
  { name, sha256, size }: Arrived,
  { code, issue }: Fault,
): Promise<Refusal> {
  await note(context, actor, [
    {
      action: 'templates.refuse',
      resource: 'templates',
      agencyId: actor.agencyId,
      after: { fileName: name, sha256, size, problem: issue.code },
    },
  ]);
  return new Refusal(code, { name, limit: mostRows }, { issue, sha256 });
}

async function earlier({ db }: Context, actor: Actor, sha256: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('templates')
    .select('id')
    .where('agencyId', '=', actor.agencyId)
    .where(eb => eb.or([eb('sha256', '=', sha256), eb('sourceSha256', '=', sha256)]))
    .executeTakeFirst();
  return row?.id;
}

/** What LibreOffice made of a workbook that cannot be filled as it is stands beside it in the store. */
async function keepConverted(context: Context, { name, path }: Arrived, bytes: Uint8Array): Promise<Arrived> {
  const converted = {
    name: `${name.replace(/\.[^.]*$/, '')}.xlsx`,
    path: `${path}.xlsx`,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  try {
    await writeFile(converted.path, bytes, { flush: true, mode: 0o600 });
    await keep(context, converted, mediaTypes.xlsx);
    return converted;
  } finally {
    await rm(converted.path, { force: true });
  }
}

async function store(
  context: Context,
  actor: Actor,
  { file, usable, name }: { readonly file: Arrived; readonly usable: Arrived; readonly name: string },
  { format, rowCount, found, profile, corrections, learnedFrom }: Understood,
): Promise<Received> {
  try {
    return await change(context, actor, async work => {
      const whose = { id: uuid(), agencyId: actor.agencyId };
      const row: Template = {
        ...whose,
        version: 1,
        createdAt: work.at,
        updatedAt: work.at,
        name: await nameOfNew(work, { ...whose, name }, profile),
        fileName: usable.name,
        sha256: usable.sha256,
        size: usable.size,
        format,
        rowCount,
      };
      const sourceSha256 = usable === file ? null : file.sha256;
      await work.tx
        .insertInto('templates')
        .values({
          ...toRow(templates.fields, row),
          sourceSha256,
          found: JSON.stringify(found),
          profile: JSON.stringify(profile),
          corrections: JSON.stringify(corrections),
          learnedFrom: learnedFrom && JSON.stringify(learnedFrom),
        } as never)
        .execute();
      work.record({
        action: 'templates.create',
        resource: 'templates',
        recordId: row.id,
        agencyId: row.agencyId,
        after: { ...row, ...(sourceSha256 ? { sourceSha256 } : {}), ...(learnedFrom ? { learnedFrom } : {}) },
      });
      return { templateId: row.id, already: false };
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    // Somebody else dropped the same bytes at the same time.
    const known = await earlier(context, actor, usable.sha256);
    if (!known) throw error;
    return { templateId: known, already: true };
  }
}

/** The name that was sent with the file, else that of the file. @throws Refusal `invalid_input` */
function nameOf({ name, fields }: Arrived): string {
  const given = fields?.name;
  if (given === undefined || given.trim() === '') return templateNameOf(name);
  const parsed = template.shape.name.safeParse(given);
  if (!parsed.success) throw new Refusal('invalid_input', { field: 'name', problem: '> 255' }, [{ field: 'name' }]);
  return parsed.data;
}
