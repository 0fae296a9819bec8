import { z } from 'zod';
import { defaultSettings, role, session, setup } from '../../sync/model/index.ts';
import { setPassword } from '../accounts/passwords.ts';
import { spendToken } from '../accounts/tokens.ts';
import { agencies } from '../agencies/definition.ts';
import { place } from '../agencies/hierarchy.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../problems/refusal.ts';
import { change } from '../records/change.ts';
import { insert } from '../records/records.ts';
import type { App } from '../routing/routes.ts';
import { identityOf } from '../sessions/identity.ts';
import { startSession } from '../sessions/sessions.ts';
import { users } from '../users/definition.ts';
import { demoAccounts } from './demo-accounts.ts';
import { needsSetup } from './first-start.ts';

const tags = ['setup'];
const state = z.strictObject({
  needed: z.boolean(),
  demoAccounts: z
    .array(z.strictObject({ account: z.string(), password: z.string(), role, name: z.string() }))
    .optional(),
});

/** First start: the bearer of the link from the terminal names the office and becomes its administrator. */
export function setupRoutes(app: App, context: Context): void {
  app.get('/api/setup', { config: { access: 'public' }, schema: { tags, response: { 200: state } } }, async () => ({
    needed: await needsSetup(context.db),
    ...(context.config.demo ? { demoAccounts: [...(await demoAccounts(context.db))] } : {}),
  }));

  app.post(
    '/api/setup',
    {
      config: { access: 'public', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: { tags, body: setup, response: { 200: session } },
    },
    async (request, reply) => {
      const { token, agencyName, account, name, password } = request.body;
      const nobody = { id: '', name: '', agencyId: '', unitId: null, role: 'administrator' } as const;
      const userId = await change(context, { ...nobody, name }, async work => {
        if (!(await needsSetup(work.tx))) throw new Refusal('setup_closed');
        await spendToken(work.tx, 'setup', token, work.at);
        const agency = await insert(work, agencies, { name: agencyName, parentId: null, email: null, disabled: false });
        await place(work.tx, agency.id, null);
        await work.tx
          .insertInto('settings')
          .values({ agencyId: agency.id, version: 1, ...defaultSettings })
          .execute();
        const administrator = await insert(work, users, {
          agencyId: agency.id,
          unitId: null,
          account,
          name,
          email: null,
          role: 'administrator',
          locale: 'zh-TW',
          disabled: false,
          mustChangePassword: false,
          lockedUntil: null,
          lastLoginAt: null,
        });
        await setPassword(work.tx, administrator, password, work.at);
        return administrator.id;
      });
      await startSession(context, request, reply, userId);
      return identityOf(context, request);
    },
  );
}
