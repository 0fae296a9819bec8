import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute or more, longest first: begun last, each of them would keep one core waiting for the other. */
const longest = [
  'test/server/access/access',
  'test/server/crash/',
  'test/sync/fuzz/',
  'test/e2e/console/every-page',
  'test/e2e/templates',
  'test/e2e/collections',
  'test/e2e/report-looks',
  'test/e2e/story/',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex(name => moduleId.includes(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/** Functions of values: none of their tests leaves anything behind that another could find. */
const pure = ['test/admin/**/*.test.{ts,tsx}', 'test/sync/{form,merge,model,package}/**/*.test.ts'];

const quick = {
  // Far longer than any of them takes, so that a slow or busy machine fails nothing that works.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // By default one core is left free, which on a machine of two is half of it.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: { ...quick, name: 'unit', include: ['test/{support,sync,server,mock}/**/*.test.ts'], exclude: pure },
      },
      // With nothing to keep apart, a worker loads the modules once for all its files: a fifth of the work.
      { extends: true, test: { ...quick, name: 'pure', include: pure, isolate: false, unstubEnvs: true } },
      {
        extends: true,
        test: {
          name: 'browser',
          globalSetup: ['test/e2e/support/built-console.ts'],
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 120_000,
          // The inspection of every page has several pages open at once; more would starve the file beside it.
          maxConcurrency: 3,
          // A browser on a busy machine now and then loses a race that no person would: such a test gets another go.
          retry: 1,
          // Each file drives a browser and a server of its own; more than two at once only slow each other down.
          maxWorkers: 2,
        },
      },
    ],
  },
});
