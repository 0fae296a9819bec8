import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyMutant } from './mutants.ts';
import { samples } from './samples.ts';
import { type Watched, watched } from './watched.ts';

/** `FUZZ_CASES=20000` tries that many damaged files; `FUZZ_SEED` tries those of an earlier run again. */
const cases = Number(process.env.FUZZ_CASES ?? 1500);
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 0x7fffffff));
const perBatch = 500;
/** A case takes milliseconds of work, however long a busy machine makes it wait; a hang never ends. */
const bounds = { cpuMs: 10_000, hangMs: 90_000, heapMb: 768 };

describe(`damaged files (seed ${seed}, ${cases} cases)`, () => {
  let files: Watched;
  const outcomes = new Map<string, number>();
  beforeAll(() => {
    process.stdout.write(`Fuzzing with FUZZ_SEED=${seed} FUZZ_CASES=${cases}\n`);
    files = watched(bounds);
  });
  afterAll(() => {
    files.stop();
    const counts = [...outcomes].sort(([, a], [, b]) => b - a).map(([outcome, count]) => `${outcome} ${count}`);
    const tried = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
    const { cpuMs, peakMb } = files.worst;
    process.stdout.write(
      `${tried} damaged files, at most ${cpuMs.toFixed(0)} ms of the processor and ${peakMb} MB: ${counts.join(', ')}\n`,
    );
  });

  it('begin as sound ones', { timeout: 120_000 }, async () => {
    for (const { name, pack, parts } of samples) {
      const expected = name === 'csv' ? 'read as text and filled' : 'written and filled';
      expect([name, await files.try(pack(parts))]).toEqual([name, expected]);
    }
  });

  it.each(
    Array.from({ length: Math.ceil(cases / perBatch) }, (_, batch) => batch),
  )('are read or refused, never more, in batch %i', { timeout: 600_000 }, async batch => {
    const property = fc.asyncProperty(anyMutant, async ({ of, bytes }) => {
      const outcome = `${of} ${await files.try(bytes)}`;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    });
    const numRuns = Math.min(perBatch, cases - batch * perBatch);
    await fc.assert(property, {
      seed: seed + batch,
      // The first failure is told at once: making it smaller would try a file that hangs over and over.
      endOnFailure: true,
      numRuns,
      interruptAfterTimeLimit: 540_000,
      markInterruptAsFailure: true,
    });
  });
});
