#!/usr/bin/env node
// The command `guankao`. It is plain JavaScript, because npx starts it with whatever Node the machine has: where that one
// cannot run the rest, the Node 24 that "npm ci" puts into node_modules takes over.
import { spawn } from 'node:child_process';
// What older Nodes do not export must not be imported by name, or they would not get as far as to be taken over from.
import * as nodeModule from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wanted = 24;

/** Takes over this process as far as a process can: same input and output, same signals, same exit code. */
function continueOn(program) {
  const child = spawn(program, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.once('error', error => fail(error.message));
  child.once('exit', (code, signal) => {
    for (const name of signals) process.removeAllListeners(name);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code ?? 1;
  });
}

function fail(why) {
  process.stderr.write(
    `Guankao runs on the Node ${wanted} that "npm ci" puts into node_modules, but found only Node ${process.versions.node}. Run: npm ci, then npm rebuild node --ignore-scripts=false (${why})\n`,
  );
  process.exitCode = 1;
}

function pinned() {
  const folder = dirname(nodeModule.createRequire(import.meta.url).resolve('node/package.json'));
  return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

if (process.features.typescript && Number.parseInt(process.versions.node, 10) >= wanted) {
  // Stripping types and compiling is half of what a short command takes. The folder is the installation's own, not one that all
  // users of the machine may write; where it cannot be written the command starts as it did the first time.
  nodeModule.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/guankao', import.meta.url)));
  const { main } = await import('../cli.ts');
  await main();
} else if (process.env.GUANKAO_CONTINUED) {
  fail('the pinned one is too old');
} else {
  process.env.GUANKAO_CONTINUED = '1';
  try {
    continueOn(pinned());
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}
