import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { defaultLimits, readWorkbook } from '../../../sync/sheet/index.ts';
import { openArchive } from '../../../sync/sheet/zip.ts';
import type { Weight } from './weigh.ts';

const corpus = process.env.CORPUS_DIR;
/** `CORPUS_ALL=1` weighs every file; else the few that inflate to the most. */
const mostWeighed = process.env.CORPUS_ALL ? Number.POSITIVE_INFINITY : 6;

/** Damaged on purpose: cut off, no zip at all, or with a document type; no program reads them as a workbook. */
const invalid = /clusterfuzz|issue252|54764-2/;

describe.runIf(corpus)('public workbooks', () => {
  it('are each read or refused within five seconds, and nearly every valid one is read', () => {
    const folder = join(corpus!, 'workbooks');
    const files = readdirSync(folder).filter(name => /\.(xlsx|xlsm|xltx|xls|ods)$/.test(name));
    const outcomes = files.map(name => {
      const started = performance.now();
      const result = readWorkbook(readFileSync(join(folder, name)), name);
      return { name, outcome: result.ok ? 'read' : result.issue.code, ms: performance.now() - started };
    });
    const valid = outcomes.filter(
      ({ name, outcome }) =>
        /\.(xlsx|xlsm|xltx)$/.test(name) && outcome !== 'workbook_encrypted' && !invalid.test(name),
    );
    const read = valid.filter(({ outcome }) => outcome === 'read');
    const slowest = outcomes.reduce((a, b) => (a.ms > b.ms ? a : b));
    const counts = Object.entries(Object.groupBy(outcomes, o => o.outcome)).map(
      ([code, list]) => `${code} ${list?.length}`,
    );
    process.stdout.write(
      `${files.length} public workbooks: ${counts.join(', ')}; ${read.length} of ${valid.length} valid ones read; slowest ${slowest.name} ${slowest.ms.toFixed(0)} ms\n`,
    );
    expect(slowest.ms).toBeLessThan(5000);
    expect(read.length / valid.length).toBeGreaterThanOrEqual(0.995);
    expect(outcomes.filter(({ name, outcome }) => /\.xls$/.test(name) && outcome === 'read')).toEqual([]);
  });

  it('take little memory and time, each in a process of its own', { timeout: 1_200_000 }, async () => {
    const folder = join(corpus!, 'workbooks');
    const heaviest = readdirSync(folder)
      .map(name => ({ name, size: inflatedSize(readFileSync(join(folder, name))) }))
      .sort((a, b) => b.size - a.size)
      .slice(0, mostWeighed);
    const weights: (Weight & { readonly name: string })[] = [];
    for (const { name } of heaviest) weights.push({ name, ...(await weigh(join(folder, name))) });
    const worst = (by: 'ms' | 'peakMb'): string =>
      weights
        .toSorted((a, b) => b[by] - a[by])
        .slice(0, 10)
        .map(({ name, ...weight }) => `${name} ${weight[by]}`)
        .join(', ');
    process.stdout.write(`${weights.length} weighed; most MB: ${worst('peakMb')}; most ms: ${worst('ms')}\n`);
    expect(weights.filter(({ ms, peakMb }) => ms > 5000 || peakMb > 300)).toEqual([]);
  });
});

const run = promisify(execFile);

/** Killed when it takes far too long or far too much. */
async function weigh(path: string): Promise<Weight> {
  const script = join(import.meta.dirname, 'weigh.ts');
  const { stdout } = await run(process.execPath, ['--max-old-space-size=600', script, path], { timeout: 60_000 });
  return JSON.parse(stdout) as Weight;
}

/** What the directory of a package claims, up to the limit; 0 of what is none. */
function inflatedSize(bytes: Uint8Array): number {
  try {
    return openArchive(bytes, defaultLimits).entries.reduce((sum, { claimedSize }) => sum + claimedSize, 0);
  } catch {
    return 0;
  }
}
