import type { Kysely } from 'kysely';
import type { Template } from '../../../sync/model/index.ts';
import { noData, type PackageData } from '../../../sync/package/index.ts';
import type { Database } from '../../database/schema.ts';
import { detailOf } from '../../templates/stored.ts';
import { type Gathered, nothingLeftOut } from './gathered.ts';

/** Templates with what was found in them and how people corrected that. */
export async function gatherTemplates(db: Kysely<Database>, templates: readonly Template[]): Promise<Gathered> {
  const packed: PackageData['templates'][number][] = [];
  for (const template of templates) {
    const { id, name, fileName, sha256, size, format, rowCount, found, profile, corrections } = await detailOf(
      db,
      template,
    );
    packed.push({ id, name, fileName, sha256, size, format, rowCount, found, profile, corrections });
  }
  return {
    data: { ...noData, templates: packed },
    title: packed
      .map(({ name }) => name)
      .join('、')
      .slice(0, 255),
    planId: null,
    roundId: null,
    formIds: packed.map(({ id }) => id),
    leftOut: nothingLeftOut,
  };
}
