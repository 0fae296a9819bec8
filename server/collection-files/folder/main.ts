import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type MessageCode, type Params, say } from '../../../sync/model/index.ts';
import { ConfigError, readConfig } from '../../config.ts';
import type { Context } from '../../context.ts';
import { Refusal } from '../../problems/refusal.ts';
import { type Stand, settledIn, standOf } from './arriving.ts';
import { handIn, personOf } from './hand-in.ts';
import { openInstallation } from './installation.ts';

/*
 * npm run deliver -- --collection ID --as ACCOUNT FOLDER [--watch] [--every SECONDS]: hands the files of a folder to the
 * installation of the usual settings, and with --watch those that come into it later. The folder stays as it is, and what was
 * handed in once is not handed in again, however often it is gone through; a running server reads what was handed in.
 */
const usage = 'Usage: npm run deliver -- --collection ID --as ACCOUNT FOLDER [--watch] [--every SECONDS]';

const words = (code: MessageCode, params: Params) => say(code, 'zh-TW', params);
const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

function wishOf(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      collection: { type: 'string' },
      as: { type: 'string' },
      watch: { type: 'boolean', default: false },
      every: { type: 'string', default: '2' },
    },
  });
  const { collection, as, watch, every } = values;
  const [folder, ...more] = positionals;
  const everyMs = Number(every) * 1000;
  if (!collection || !as || !folder || more.length > 0 || !(everyMs > 0)) throw new ConfigError(usage);
  return { collection, as, watch, everyMs, folder: resolve(folder) };
}
type Wish = ReturnType<typeof wishOf>;

/** Files that had settled are handed in. @returns those that are done with, as they stood */
async function handInSettled(context: Context, wish: Wish, names: readonly string[], now: Stand): Promise<Stand> {
  const { collection, as, folder } = wish;
  // Asked each time: an account may lose its rights while somebody watches.
  const actor = await personOf(context, as);
  const { fresh, repeated, refused } = await handIn(context, actor, collection, folder, names);
  print(words('folder_handed_in', { fresh, repeated, refused: refused.length }));
  for (const { name, refusal } of refused) complain(`${name}: ${words(refusal.code, refusal.params)}`);
  if (refused.length > 0) process.exitCode = 1;
  const isFull = refused.some(({ refusal }) => refusal.code === 'no_space');
  return isFull && wish.watch ? {} : Object.fromEntries(names.map(name => [name, now[name]!]));
}

async function goThrough(context: Context, wish: Wish, isStopped: () => boolean): Promise<void> {
  const { folder, watch, everyMs } = wish;
  let handedIn: Stand = {};
  let told = '';
  let before = await standOf(folder).catch(() => {
    throw new ConfigError(words('folder_missing', { folder }));
  });
  do {
    await wait(everyMs);
    try {
      const now = await standOf(folder);
      const names = settledIn(before, now, handedIn);
      if (names.length > 0) handedIn = { ...handedIn, ...(await handInSettled(context, wish, names, now)) };
      before = now;
      told = '';
    } catch (error) {
      // A share that is away or a database that starts anew comes back; what is refused stays so.
      if (!watch || error instanceof Refusal || error instanceof ConfigError) throw error;
      const why = error instanceof Error ? error.message : String(error);
      if (why !== told) complain(words('folder_interrupted', { why }));
      told = why;
    }
    // Without --watch a file that was still being written is waited for all the same.
  } while (!isStopped() && (watch || Object.keys(before).some(name => before[name] !== handedIn[name])));
}

async function run(args: readonly string[]): Promise<void> {
  const wish = wishOf(args);
  const { context, close } = await openInstallation(readConfig(process.env));
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stopped = true;
    });
  try {
    // A wrong account is told before anything is waited for.
    await personOf(context, wish.as);
    await goThrough(context, wish, () => stopped);
  } finally {
    await close();
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (error instanceof Refusal) complain(words(error.code, error.params));
  else if (error instanceof ConfigError || isUsage) complain((error as Error).message);
  else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = error instanceof ConfigError || isUsage ? 2 : 1;
}
