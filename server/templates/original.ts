import type { Kysely } from 'kysely';
import type { FormProfile, Template } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';
import type { Outgoing } from '../files/send.ts';
import { Refusal } from '../problems/refusal.ts';

/** How what only LibreOffice reads is served, by what it is; its name may say otherwise. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.xls': 'application/vnd.ms-excel',
  '.xlsb': 'application/vnd.ms-excel.sheet.binary.macroEnabled.12',
};

/** What a converted workbook was before: the notice that tells of the conversion knows its name and its kind. */
export function originalIn(
  { issues }: FormProfile,
  converted: string,
): { readonly fileName: string; readonly mediaType: string } {
  const params = issues.find(({ code }) => code === 'workbook_converted')?.params ?? {};
  const kind = String(params.from ?? '.xls');
  const sent = String(params.name ?? converted);
  const isNamedSo = sent.toLowerCase().endsWith(kind);
  const fileName = isNamedSo ? sent : `${sent.replace(/\.[^.]*$/, '')}${kind}`;
  return { fileName, mediaType: mediaTypes[kind] ?? 'application/octet-stream' };
}

/** The file as it was sent, of a template that was converted. @throws Refusal `not_found` for one that is kept as it came */
export async function originalOf(
  db: Kysely<Database>,
  { id, agencyId, fileName: converted }: Template,
): Promise<Outgoing> {
  const { found, sha256, size } = await db
    .selectFrom('templates')
    .innerJoin('files', 'files.sha256', 'templates.sourceSha256')
    .select(['templates.found', 'files.sha256', 'files.size'])
    .where('templates.id', '=', id)
    .executeTakeFirstOrThrow(() => new Refusal('not_found'));
  const { fileName: name, mediaType } = originalIn(JSON.parse(found) as FormProfile, converted);
  return { resource: 'templates', id, agencyId, name, sha256, size, mediaType };
}
