import type { ViteUserConfig } from 'vitest/config';
import { LongestFirst } from './scripts/test-order.ts';

// Tests run the source of every room, not its build.
const conditions = ['@oryn/source', 'module', 'import', 'default'];

/** What every kind of run has in common. */
export const shared = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['@oryn/source', 'node'] } },
  test: {
    testTimeout: 30_000,
    // Most of the time is spent in processes of `oryn` and in the browser: every core is used.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
  },
} satisfies ViteUserConfig;
