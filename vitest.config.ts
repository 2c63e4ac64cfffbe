import { defineConfig, type ViteUserConfig } from 'vitest/config';

/**
 * unit: pure and fast. integration: a real Redis, the sandbox over HTTP. e2e: the built processes, killed and revived.
 * browser: the sandbox page in headless Chromium.
 */
const config: ViteUserConfig = defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/*.test.ts', 'tests/domain/**/*.test.ts', 'tests/app/**/*.test.ts'],
          setupFiles: ['tests/fail-on-console.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/adapters/**/*.test.ts', 'tests/sandbox/**/*.test.ts', 'tests/main/**/*.test.ts'],
          setupFiles: ['tests/fail-on-console.ts'],
          globalSetup: ['tests/redis-server.ts'],
          execArgv: ['--import', new URL('tests/typescript-in-workers.js', import.meta.url).href],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // They wait more than they work.
          maxWorkers: 4,
          globalSetup: ['tests/redis-server.ts'],
          testTimeout: 90_000,
          hookTimeout: 60_000,
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
