import { verifyChain } from '../../server/events/verify.ts';
import type { Emulator } from './google/server.ts';
import type { Office } from './office.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** Long past: what is due or leased until then is nobody's any more. */
export const longAgo = '2000-01-01T00:00:00.000Z';

type Moment = 'beforeCreate' | 'afterCreate' | 'beforeWrite' | 'afterWrite';

/** Real servers beside an office, on its database and its Google, that are killed in the middle of what they do there. */
export function serversBeside({ office, google }: { readonly office: Office; readonly google: Emulator }) {
  const { dataDir, databaseUrl } = office.context.config;
  const start = (): Promise<ServerProcess> =>
    startServer({
      DATA_DIR: dataDir,
      GOOGLE_ROOT_URL: google.root,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    });
  return {
    start,
    /** Lets a server begin what `begin` asks for, and stops it dead at a moment at Google. */
    async killedAt<T>(moment: Moment, begin: () => Promise<T>): Promise<T> {
      const { cloud } = google;
      const dead = Promise.withResolvers<void>();
      const held = Promise.withResolvers<void>();
      cloud[moment] = async () => {
        cloud[moment] = null;
        held.resolve();
        // What was asked is carried out only once nobody waits for the answer.
        await dead.promise;
      };
      const begun = await begin();
      const victim = await start();
      await held.promise;
      await victim.kill();
      dead.resolve();
      return begun;
    },
    /** Starts another, which looks at once for what others left, until it has ended that. */
    async survivor<T>(ended: () => Promise<T>): Promise<T> {
      const server = await start();
      try {
        return await ended();
      } finally {
        await server.kill();
      }
    },
    /** Where the chain of events is broken; null while it is whole. */
    brokenLink: async () => (await verifyChain({ ...office.context, close: async () => {} })).broken,
  };
}
