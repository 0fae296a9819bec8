import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import { start } from '../start.ts';
import { play } from './play.ts';

/** The demo: a throw-away folder, loopback only, half a year of sample work. Nothing of it remains when it ends. */
const say = (line: string) => process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), 'guankao-demo-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const given = readConfig({ LOG_LEVEL: 'warn', ...process.env, DATA_DIR: folder, DATABASE_URL: '', STORAGE_URL: '' });
const config: Config = { ...given, host: '127.0.0.1', demo: true };

const began = new Date();
let clock: Date | null = began;
const running = await start(config, () => clock ?? new Date());
say('Guankao 管考  正在準備示範資料… / preparing the demo…');
await play(running, began, instant => {
  clock = instant;
});
clock = null;
await running.app.listen({ port: config.port, host: config.host });
say(`Guankao 管考  示範 / demo:  ${config.publicUrl}   (${((Date.now() - began.getTime()) / 1000).toFixed(1)} s)`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void running.stop().then(() => process.exit(0)));
