import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/{support,sync,server,admin,mock}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          globalSetup: ['test/e2e/support/built-console.ts'],
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser on a busy machine now and then loses a race that no person would: such a test gets another go.
          retry: 2,
          // Each file drives a browser and a server of its own; more than two at once only slow each other down.
          maxWorkers: 2,
        },
      },
    ],
  },
});
