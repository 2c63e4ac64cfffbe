import { defineConfig, type ViteUserConfig } from 'vitest/config';

/**
 * unit: pure and fast. integration: a real Redis, the sandbox over HTTP. e2e: the built processes, killed and revived.
 * storm: the short form of `npm run storm`. browser: the sandbox page in headless Chromium.
 */
/** More than two cores have work for: most tests of processes wait for something. The same for all, so that they mix. */
const WORKERS = 4;
const STORM = 'tests/e2e/storm.test.ts';

const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          maxWorkers: WORKERS,
          include: ['tests/*.test.ts', 'tests/domain/**/*.test.ts', 'tests/app/**/*.test.ts'],
          setupFiles: ['tests/fail-on-console.ts'],
          // Files share their modules, and nothing else: reading them anew for each takes longer than most tests.
          isolate: false,
          // Pure, and yet slow on a machine that does much else.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          maxWorkers: WORKERS,
          include: ['tests/adapters/**/*.test.ts', 'tests/sandbox/**/*.test.ts', 'tests/main/**/*.test.ts'],
          setupFiles: ['tests/fail-on-console.ts'],
          globalSetup: ['tests/redis-server.ts'],
          isolate: false,
          execArgv: ['--import', new URL('tests/typescript-in-workers.js', import.meta.url).href],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          maxWorkers: WORKERS,
          include: ['tests/e2e/**/*.test.ts'],
          exclude: [STORM],
          globalSetup: ['tests/redis-server.ts'],
          testTimeout: 90_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'storm',
          // After the others: many processes that are killed and revived need both cores to themselves.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          include: [STORM],
          globalSetup: ['tests/redis-server.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/redis-server.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

export default config;
