import type { Kysely } from 'kysely';
import type { Database } from '../../server/database/schema.ts';
import { fieldsOf, toRow } from '../../server/listing/fields.ts';
import * as model from '../../sync/model/index.ts';
import type { Sample } from '../mock/sample/index.ts';

// The loader writes any table by name; what a row is made of comes from its schema, not from Kysely's types.
type AnyTable = 'reports';
type Rows = readonly Readonly<Record<string, unknown>>[];

/** The widest table at this many rows stays below what one statement of either engine may bind. */
const rowsPerStatement = 500;

/** Writes sample rows into a migrated, empty database as they are, past every rule: ids, versions and times included. */
export async function loadSample(db: Kysely<Database>, sample: Sample): Promise<void> {
  const planItems = sample.planItems.map(({ unitIds: _, unresolvedUnits: __, ...row }) => row);
  const files = sample.evidence.filter(row => row.sha256 !== null);
  const [at] = sample.agencies.map(row => row.createdAt);
  const end = sample.events.at(-1);
  const tables: readonly (readonly [table: keyof Database, rows: Rows, schema?: Parameters<typeof fieldsOf>[0]])[] = [
    ['agencies', sample.agencies, model.agency],
    [
      'agencyAncestors',
      sample.agencies.flatMap(({ id, parentId }) => [
        { agencyId: id, ancestorId: id, depth: 0 },
        ...(parentId === null ? [] : [{ agencyId: id, ancestorId: parentId, depth: 1 }]),
      ]),
    ],
    ['settings', sample.agencies.map(({ id }) => ({ agencyId: id, version: 1, ...model.defaultSettings }))],
    ['units', sample.units, model.unit],
    ['users', sample.users.map(row => ({ ...row, failedLogins: 0, passwordChangedAt: at })), model.user],
    ['plans', sample.plans, model.plan],
    ['planItems', planItems, model.planItem],
    ['assignments', sample.assignments, model.assignment],
    ['rounds', sample.rounds, model.round],
    ['reports', sample.reports, model.report],
    ['files', files.map(({ sha256, size, mediaType, createdAt }) => ({ sha256, size, mediaType, createdAt }))],
    ['evidence', sample.evidence, model.evidence],
    [
      'reportEvidence',
      sample.attachments.map(({ reportId, evidenceId }) => ({
        reportId,
        evidenceId,
        attachedAt: at,
        attachedBy: sample.users[0]!.id,
      })),
    ],
    ['events', sample.events, model.event],
  ];
  await db.transaction().execute(async tx => {
    for (const [table, rows, schema] of tables) {
      const fields = schema ? fieldsOf(schema) : {};
      for (let i = 0; i < rows.length; i += rowsPerStatement)
        await tx
          .insertInto(table as AnyTable)
          .values(rows.slice(i, i + rowsPerStatement).map(row => toRow(fields, row)) as never)
          .execute();
    }
    if (end)
      await tx.updateTable('eventChain').set({ lastId: end.id, lastHash: end.hash }).where('id', '=', 1).execute();
  });
}
