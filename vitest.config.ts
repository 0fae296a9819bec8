import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes, longest first: begun last, each of them would keep one core waiting for the other. */
const longest = ['test/server/crash/postgres', 'test/server/crash/sqlite', 'test/e2e/console/every-page'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex(name => moduleId.includes(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{support,sync,server,admin,mock}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
          // By default one core is left free, which on a machine of two is half of it.
          maxWorkers: Math.max(2, availableParallelism() - 1),
        },
      },
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
          retry: 2,
          // Each file drives a browser and a server of its own; more than two at once only slow each other down.
          maxWorkers: 2,
        },
      },
    ],
  },
});
