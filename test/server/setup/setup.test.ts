import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { setupLink } from '../../../server/setup/first-start.ts';
import { type Running, start } from '../../../server/start.ts';
import { type Client, stranger } from '../../support/client.ts';
import { engines, type OpenedDatabase } from '../../support/engines.ts';

describe.each(engines)('the first start on $name', engine => {
  let database: OpenedDatabase;
  let dataDir: string;
  let running: Running;
  let anybody: Client;
  beforeEach(async () => {
    database = await engine.open();
    dataDir = database.file ? dirname(database.file) : await mkdtemp(join(tmpdir(), 'guankao-setup-'));
    const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', PORT: '0' });
    running = await start({ ...config, databaseUrl: database.url ?? null });
    anybody = stranger(running.app);
  });
  afterEach(async () => {
    await running.stop();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const tokenOf = (link: string | null) => new URL(link!.replace('/#/', '/')).searchParams.get('token')!;
  const founding = (token: string, more: object = {}) => ({
    token,
    agencyName: '清川市青田區公所',
    account: 'first.admin',
    name: '第一位管理者',
    password: 'four calm turtles',
    ...more,
  });

  it('gives a one-time link, and whoever bears it becomes the first administrator', async () => {
    expect((await anybody.get('/api/setup')).body).toEqual({ needed: true });
    const token = tokenOf(await setupLink(running.context));
    const { status, body } = await anybody.post('/api/setup', founding(token));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      agencyName: '清川市青田區公所',
      user: { role: 'administrator', mustChangePassword: false },
    });
    expect((await anybody.get('/api/setup')).body).toEqual({ needed: false });
    expect(await setupLink(running.context)).toBeNull();
    expect((await anybody.post('/api/setup', founding(token, { account: 'second.admin' }))).body.code).toBe(
      'setup_closed',
    );
    const login = await anybody.post('/api/session', { account: 'FIRST.ADMIN', password: 'four calm turtles' });
    expect(login.status).toBe(200);
  });

  it('refuses a wrong, an old and an outdated link, and a common password, and keeps nothing of the attempt', async () => {
    const old = tokenOf(await setupLink(running.context));
    const token = tokenOf(await setupLink(running.context));
    expect((await anybody.post('/api/setup', founding('guessed'))).body.code).toBe('wrong_token');
    expect((await anybody.post('/api/setup', founding(old))).body.code).toBe('wrong_token');
    expect((await anybody.post('/api/setup', founding(token, { password: 'first.admin.pass' }))).body.code).toBe(
      'password_weak',
    );
    expect(await running.context.db.selectFrom('agencies').selectAll().execute()).toEqual([]);
    expect((await anybody.post('/api/setup', founding(token))).status).toBe(200);
  });

  it('makes one administrator when two bear the same link at once', async () => {
    const token = tokenOf(await setupLink(running.context));
    const answers = await Promise.all([
      anybody.post('/api/setup', founding(token)),
      anybody.post('/api/setup', founding(token, { account: 'rival', agencyName: '另一個機關' })),
    ]);
    expect(answers.map(answer => answer.status).toSorted()).toEqual([200, 400]);
    expect(await running.context.db.selectFrom('users').select('id').execute()).toHaveLength(1);
  });
});
