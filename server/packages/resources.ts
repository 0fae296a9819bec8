import type { PackedResource } from '../../sync/model/index.ts';
import { assignments } from '../assignments/definition.ts';
import { collectedRows } from '../collected-rows/definition.ts';
import { collectionFiles } from '../collection-files/definition.ts';
import { collections } from '../collections/definition.ts';
import { evidences } from '../evidence/definition.ts';
import { findings } from '../findings/definition.ts';
import type { Definition } from '../listing/definition.ts';
import { fromRow } from '../listing/fields.ts';
import { planItemRows } from '../plan-items/definition.ts';
import { plans } from '../plans/definition.ts';
import { recipients } from '../recipients/definition.ts';
import type { Change } from '../records/change.ts';
import { reports } from '../reports/definition.ts';
import { rounds } from '../rounds/definition.ts';
import { correctedTemplates } from '../templates/definition.ts';
import { units } from '../units/definition.ts';

/** Any row that a package may bring. */
export interface AnyRow {
  readonly id: string;
  readonly version: number;
  readonly agencyId: string;
  readonly [field: string]: unknown;
}

/** Where the rows of each kind are kept. */
export const definitionOf: Readonly<Record<PackedResource, Definition<AnyRow>>> = {
  plans,
  planItems: planItemRows,
  units,
  rounds,
  assignments,
  reports,
  evidence: evidences,
  templates: correctedTemplates,
  collections,
  recipients,
  collectionFiles,
  collectedRows,
  findings,
} as unknown as Readonly<Record<PackedResource, Definition<AnyRow>>>;

/** Whose a row is; of what a bureau collects, the bureau's. */
export const holderOf = (row: AnyRow): string => (row.bureauId as string | undefined) ?? row.agencyId;

// Any table by name; what a row is made of comes from the definition.
type AnyTable = 'reports';

/** Ids that one statement may name on either engine. */
const perStatement = 900;

/** Ids in portions that one statement may name. */
export const inStatements = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / perStatement) }, (_, i) =>
    ids.slice(i * perStatement, (i + 1) * perStatement),
  );

/**
 * Rows by id, whoever may see them: a package's right is that of the package, and its rows are those of its two agencies.
 * @param lock keeps others from changing them until the change ends
 */
export async function rowsOf(
  { tx, engine }: Pick<Change, 'tx' | 'engine'>,
  resource: PackedResource,
  ids: readonly string[],
  lock = false,
): Promise<ReadonlyMap<string, AnyRow>> {
  const definition = definitionOf[resource];
  const found = new Map<string, AnyRow>();
  for (const portion of inStatements(ids.toSorted())) {
    const rows = await tx
      .selectFrom(definition.table as AnyTable)
      .selectAll()
      .where('id', 'in', portion)
      .orderBy('id')
      .$if(lock && engine === 'postgres', query => query.forUpdate())
      .execute();
    for (const row of rows) found.set(row.id, fromRow<AnyRow>(definition.fields, row));
  }
  return found;
}
