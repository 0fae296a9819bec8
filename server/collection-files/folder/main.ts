import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { say } from '../../../sync/model/index.ts';
import { ConfigError, readConfig } from '../../config.ts';
import { Refusal } from '../../problems/refusal.ts';
import { settledIn, standOf } from './arriving.ts';
import { handIn, personOf } from './hand-in.ts';
import { openInstallation } from './installation.ts';

/*
 * npm run deliver -- --collection ID --as ACCOUNT FOLDER [--watch]: hands the files of a folder to the installation of the usual
 * settings, and with --watch those that come into it later. The folder stays as it is; a running server reads what was handed in.
 */
const lookMs = 2000;
const usage = 'Usage: npm run deliver -- --collection ID --as ACCOUNT FOLDER [--watch]';

const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

function wishOf(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { collection: { type: 'string' }, as: { type: 'string' }, watch: { type: 'boolean', default: false } },
  });
  const { collection, as, watch } = values;
  const [folder, ...more] = positionals;
  if (!collection || !as || !folder || more.length > 0) throw new ConfigError(usage);
  return { collection, as, watch, folder: resolve(folder) };
}

async function run(args: readonly string[]): Promise<void> {
  const { collection, as, watch, folder } = wishOf(args);
  const { context, close } = await openInstallation(readConfig(process.env));
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    const actor = await personOf(context, as);
    let handedIn: Readonly<Record<string, string>> = {};
    let before = await standOf(folder);
    do {
      await wait(lookMs);
      const now = await standOf(folder);
      const names = settledIn(before, now, handedIn);
      if (names.length > 0) {
        const { deliveryId, refused } = await handIn(context, actor, collection, folder, names);
        const taken = names.length - refused.length;
        print(`${Math.max(0, taken)} / ${names.length}${deliveryId ? `  ${deliveryId}` : ''}`);
        for (const { name, refusal } of refused) complain(`${name}: ${say(refusal.code, 'zh-TW', refusal.params)}`);
        if (refused.length > 0) process.exitCode = 1;
        handedIn = { ...handedIn, ...Object.fromEntries(names.map(name => [name, now[name]!])) };
      }
      before = now;
      // Without --watch a file that was still being written is waited for all the same.
    } while (!stopped && (watch || Object.keys(before).some(name => before[name] !== handedIn[name])));
  } finally {
    await close();
  }
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (error instanceof Refusal) complain(say(error.code, 'zh-TW', error.params));
  else if (error instanceof ConfigError || isUsage) complain((error as Error).message);
  else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = error instanceof ConfigError || isUsage ? 2 : 1;
}
