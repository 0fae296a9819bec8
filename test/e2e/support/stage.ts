import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { type Server, startServer } from './server.ts';
import { type Looks, type Visitor, visit } from './visitor.ts';

export interface Stage {
  readonly server: Server;
  /** A visitor who leaves when the test ends; whatever their browser complained about fails the test. */
  visitor(looks?: Looks): Promise<Visitor>;
}

/**
 * One server and one browser for the tests of a file; `prepare` brings about what they all start from.
 * @param settings of the server, made before each start of it
 */
export function stage<T>(
  prepare: (server: Server) => Promise<T>,
  settings: () => Promise<Readonly<Record<string, string>>> = async () => ({}),
): () => Stage & { readonly scene: T } {
  let browser: Browser;
  let server: Server;
  let scene: T;
  const present: Visitor[] = [];
  const setUp = async () => {
    server = await startServer(await settings());
    scene = await prepare(server);
  };
  beforeAll(async () => {
    [browser] = await Promise.all([launchBrowser(), setUp()]);
  });
  // What a failed attempt left behind would fail the next one too.
  beforeEach(async ({ task }) => {
    if (!task.result?.retryCount) return;
    await server.stop();
    await setUp();
  });
  afterEach(async () => {
    const leaving = present.splice(0);
    const complaints = leaving.flatMap(visitor => visitor.complaints);
    await Promise.all(leaving.map(visitor => visitor.close()));
    if (complaints.length > 0) throw new Error(`The browser complained:\n${complaints.join('\n')}`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  return () => ({
    server,
    scene,
    visitor: async looks => {
      const visitor = await visit(browser, server, looks);
      present.push(visitor);
      return visitor;
    },
  });
}
