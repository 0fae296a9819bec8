import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../../sync/sheet/index.ts';

const corpus = process.env.CORPUS_DIR;

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
});
