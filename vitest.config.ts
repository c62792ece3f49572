import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/test-order.ts';

// Tests run the source of every room, not its build.
const conditions = ['@oryn/source', 'module', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['@oryn/source', 'node'] } },
  test: {
    include: [
      'packages/**/*.test.{ts,tsx}',
      'datasets/**/*.test.ts',
      'apps/**/*.test.{ts,tsx}',
      'test/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.statistics.test.ts'],
    testTimeout: 30_000,
    // Most of the time is spent in processes of `oryn` and in the browser: every core is used.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
  },
});
