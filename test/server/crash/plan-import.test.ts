import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../server/events/verify.ts';
import type { PlanNode } from '../../../sync/model/index.ts';
import { clientFor } from '../../support/client.ts';
import { engines } from '../../support/engines.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { nodeOf } from '../../support/plan-node.ts';
import { startServer } from '../../support/server-process.ts';
import { killsOr, timeFor } from './kills.ts';

const kills = killsOr(3);
const steps = 500;
const rows = steps + 2;

const items: readonly PlanNode[] = [
  nodeOf('一', '便捷服務', {
    children: [
      nodeOf('(一)', '縮短等候', {
        children: Array.from({ length: steps }, (_, i) => nodeOf(String(i + 1), `辦理第 ${i + 1} 項。`)),
      }),
    ],
  }),
];

describe.each(engines)('a server that is killed while plans are imported on $name', engine => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(engine);
    // The killed server goes by the real clock.
    office.clock.set(new Date().toISOString());
    await office.context.db.updateTable('users').set({ passwordChangedAt: new Date().toISOString() }).execute();
  });
  afterAll(() => office?.close());

  it(
    'has each plan whole or not at all, and every one that it acknowledged',
    async () => {
      const { db, config } = office.context;
      const env = {
        DATA_DIR: config.dataDir,

        ...(config.databaseUrl ? { DATABASE_URL: config.databaseUrl } : {}),
      };
      const { cookie, csrfToken } = await clientFor(office, office.district.users.secretariat.id);
      const acknowledged: string[] = [];
      const statuses = new Set<number>();
      for (let turn = 0; turn < kills; turn++) {
        const server = await startServer(env);
        const begun = Promise.withResolvers<void>();
        const send = async (): Promise<void> => {
          const answer = await fetch(`${server.url}/api/plans/import`, {
            method: 'POST',
            headers: { cookie, 'x-csrf-token': csrfToken, 'content-type': 'application/json' },
            body: JSON.stringify({ title: `第 ${turn} 回`, year: 114, items }),
          });
          statuses.add(answer.status);
          acknowledged.push(((await answer.json()) as { readonly id: string }).id);
          begun.resolve();
          return send();
        };
        const sending = send();
        try {
          await Promise.race([sending, begun.promise]);
          await Promise.race([sending, wait(Math.random() * 300)]);
        } finally {
          await server.kill();
        }
        // A line that goes dead is how a killed server looks from outside.
        await expect(sending).rejects.toThrow();
      }
      expect(statuses).toEqual(new Set([201]));
      const plans = await db.selectFrom('plans').select('id').where('title', 'like', '第%回').execute();
      const stored = await db
        .selectFrom('planItems')
        .select(({ fn }) => ['planId', fn.countAll().as('count')])
        .where('planId', 'in', plans.map(({ id }) => id).concat(''))
        .groupBy('planId')
        .execute();
      expect(new Map(stored.map(({ planId, count }) => [planId, Number(count)]))).toEqual(
        new Map(plans.map(({ id }) => [id, rows])),
      );
      expect(acknowledged.filter(id => !plans.some(plan => plan.id === id))).toEqual([]);
      expect((await verifyChain({ ...office.context, close: async () => {} })).broken).toBeNull();
    },
    timeFor(kills),
  );
});
