import type { Kysely } from 'kysely';
import type { FormProfile, ProfileCorrection, Template, TemplateDetail } from '../../sync/model/index.ts';
import type { Database } from '../database/schema.ts';
import { Refusal } from '../problems/refusal.ts';
import { originalIn } from './original.ts';
import { mostTeachers, type Teacher } from './understood.ts';

/** A template with its profile as corrected, the one that was found, and the difference. @throws Refusal `not_found` when it was deleted meanwhile */
export async function detailOf(db: Kysely<Database>, template: Template): Promise<TemplateDetail> {
  const row = await db
    .selectFrom('templates')
    .leftJoin('files', 'files.sha256', 'templates.sourceSha256')
    .select(['profile', 'found', 'corrections', 'learnedFrom', 'files.size as originalSize'])
    .where('id', '=', template.id)
    .executeTakeFirstOrThrow(() => new Refusal('not_found'));
  const found = JSON.parse(row.found) as FormProfile;
  return {
    ...template,
    original:
      row.originalSize === null
        ? null
        : { fileName: originalIn(found, template.fileName).fileName, size: row.originalSize },
    profile: JSON.parse(row.profile) as FormProfile,
    found,
    corrections: JSON.parse(row.corrections) as ProfileCorrection,
    learnedFrom: row.learnedFrom === null ? null : (JSON.parse(row.learnedFrom) as TemplateDetail['learnedFrom']),
  };
}

export async function profileOf(db: Kysely<Database>, templateId: string): Promise<FormProfile> {
  const { profile } = await db
    .selectFrom('templates')
    .select('profile')
    .where('id', '=', templateId)
    .executeTakeFirstOrThrow(() => new Refusal('not_found'));
  return JSON.parse(profile) as FormProfile;
}

/** The agency's latest templates that somebody corrected, from which a new one may learn. */
export async function teachersOf(db: Kysely<Database>, agencyId: string): Promise<readonly Teacher[]> {
  const rows = await db
    .selectFrom('templates')
    .select(['id', 'name', 'found', 'profile', 'corrections'])
    .where('agencyId', '=', agencyId)
    .where('corrections', '<>', '[]')
    .orderBy('createdAt', 'desc')
    .limit(mostTeachers)
    .execute();
  return rows.map(({ id, name, found, profile, corrections }) => ({
    id,
    name,
    found: JSON.parse(found) as FormProfile,
    profile: JSON.parse(profile) as FormProfile,
    corrections: JSON.parse(corrections) as ProfileCorrection,
  }));
}
