import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import jsonServer from 'json-server';

export interface Listed {
  readonly status: number;
  readonly total: string | null;
  readonly rows: unknown;
}

/** json-server 0.17 itself, over the given rows. */
export async function openReference(
  rows: Readonly<Record<string, readonly object[]>>,
): Promise<{ readonly list: (path: string) => Promise<Listed>; readonly close: () => Promise<void> }> {
  const app = jsonServer.create();
  app.use('/api', jsonServer.router(structuredClone(rows)));
  const server = createServer(app);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    async list(path) {
      const answer = await fetch(base + path);
      return { status: answer.status, total: answer.headers.get('x-total-count'), rows: await answer.json() };
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
