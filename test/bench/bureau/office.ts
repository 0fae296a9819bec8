import { join } from 'node:path';
import { type Connection, connect } from '../../../server/database/connect.ts';
import { sample } from '../../mock/sample/index.ts';
import { type Client, clientFor } from '../../support/client.ts';
import { startCounted } from '../../support/counted-server.ts';
import { loadSample } from '../../support/load-sample.ts';
import { secretariatOf } from '../rows.ts';

/** A bureau with many agencies below it, on a server that runs in this process. */
export interface BureauOffice {
  readonly agencyIds: readonly string[];
  readonly client: Client;
  /** Looks at the database from beside the server; its statements are not counted. */
  readonly beside: Connection;
  /** SQL statements that the server has sent so far. */
  readonly statements: () => number;
  close(): Promise<void>;
}

const founded = '2025-01-02T00:00:00.000Z';
const rowsPerStatement = 500;

export async function openBureau(databaseUrl: string | null, agencies: number): Promise<BureauOffice> {
  const { running, dataDir, statements, close } = await startCounted(databaseUrl);
  const rows = sample({ agencies: 1, unitsPerAgency: 1, stepsPerPlan: 0, roundsPerPlan: 0 });
  await loadSample(running.context.db, rows);
  const beside = connect({ url: databaseUrl, file: join(dataDir, 'guankao.sqlite') });
  const agencyIds = await found(beside, rows.agencies[0]!.id, agencies);
  return {
    agencyIds,
    client: await clientFor(running, secretariatOf(rows)),
    beside,
    statements,
    async close() {
      await beside.close();
      await close();
    },
  };
}

async function found({ db }: Connection, parentId: string, count: number): Promise<readonly string[]> {
  const agencies = Array.from({ length: count }, (_, n) => ({
    id: `agency-${String(n).padStart(5, '0')}`,
    version: 1,
    createdAt: founded,
    updatedAt: founded,
    name: `清川市第${n + 1}區公所`,
    parentId,
    disabled: false,
  }));
  const above = agencies.flatMap(({ id }) => [
    { agencyId: id, ancestorId: id, depth: 0 },
    { agencyId: id, ancestorId: parentId, depth: 1 },
  ]);
  for (let i = 0; i < count; i += rowsPerStatement) {
    await db
      .insertInto('agencies')
      .values(agencies.slice(i, i + rowsPerStatement))
      .execute();
    await db
      .insertInto('agencyAncestors')
      .values(above.slice(2 * i, 2 * (i + rowsPerStatement)))
      .execute();
  }
  return agencies.map(({ id }) => id);
}
